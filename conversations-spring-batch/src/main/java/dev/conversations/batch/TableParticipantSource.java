package dev.conversations.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import dev.conversations.client.ParticipantIdentifier;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.Assert;

/**
 * Participants in the rows of a table.
 */
final class TableParticipantSource implements ParticipantSource {

	private static final int BLOCK = 1000;

	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

	private final JdbcTemplate jdbc;

	private final String countQuery;

	private final String query;

	private @Nullable String fingerprint;

	TableParticipantSource(DataSource dataSource, String table, String ordinal, String identity, String address) {
		Assert.notNull(dataSource, "'dataSource' must not be null");
		requireName("table", table);
		requireName("ordinal", ordinal);
		requireName("identity", identity);
		requireName("address", address);
		this.jdbc = new JdbcTemplate(dataSource);
		this.countQuery = "select count(*), min(%s), max(%s) from %s".formatted(ordinal, ordinal, table);
		String select = "select %s, %s, %s from %s".formatted(ordinal, identity, address, table);
		this.query = "%s where %s >= ? and %s < ? order by %s".formatted(select, ordinal, ordinal, ordinal);
	}

	private static void requireName(String argument, String name) {
		Assert.isTrue(NAME.matcher(name).matches(),
				() -> "'%s' must be made of letters, digits, underscores and dots".formatted(argument));
	}

	@Override
	public Iterator<ParticipantIdentifier> from(long ordinal) {
		return new BlockIterator(ordinal, size(), this::read);
	}

	@Override
	public long size() {
		Long size = this.jdbc.queryForObject(this.countQuery, (row, number) -> {
			long count = row.getLong(1);
			Assert.state(count == 0 || (row.getLong(2) == 0 && row.getLong(3) == count - 1),
					"The ordinals of the participants must go from 0 to the number of rows less one");
			return count;
		});
		Assert.state(size != null, "The participants cannot be counted");
		return size;
	}

	@Override
	public synchronized String fingerprint() {
		if (this.fingerprint == null) {
			Fingerprint sum = new Fingerprint();
			from(0).forEachRemaining(sum::add);
			this.fingerprint = sum.value();
		}
		return this.fingerprint;
	}

	private List<ParticipantIdentifier> read(long first) {
		List<ParticipantIdentifier> participants = this.jdbc.query(this.query, (row, number) -> {
			Assert.state(row.getLong(1) == first + number, "The ordinals of the participants must have no gap");
			return participant(row);
		}, first, first + BLOCK);
		Assert.state(!participants.isEmpty(), "The participants have become fewer since the sweep was started");
		return participants;
	}

	private static ParticipantIdentifier participant(ResultSet row) throws SQLException {
		String identity = row.getString(2);
		String address = row.getString(3);
		Assert.state((identity != null) != (address != null),
				"A participant must have either an identity or an address");
		return (identity != null) ? ParticipantIdentifier.identity(identity) : ParticipantIdentifier.address(address);
	}

	@Override
	public String toString() {
		return "rows of a table";
	}

}
