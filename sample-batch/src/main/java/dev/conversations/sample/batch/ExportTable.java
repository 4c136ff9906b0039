package dev.conversations.sample.batch;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcOperations;

/**
 * The tables that an export is written to.
 */
class ExportTable {

	private final JdbcOperations jdbc;

	ExportTable(JdbcOperations jdbc) {
		this.jdbc = jdbc;
	}

	void clear() {
		this.jdbc.update("delete from exported_conversation");
		this.jdbc.update("delete from twilio_failed_participant");
	}

	String summary() {
		return "rows=%d distinct=%d failures=%d".formatted(count("exported_conversation"),
				count("(select distinct participant_sid, conversation_sid from exported_conversation) d"),
				count("twilio_failed_participant"));
	}

	private @Nullable Long count(String table) {
		return this.jdbc.queryForObject("select count(*) from " + table, Long.class);
	}

}
