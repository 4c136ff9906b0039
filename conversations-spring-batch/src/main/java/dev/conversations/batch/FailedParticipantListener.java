package dev.conversations.batch;

import java.sql.Types;
import java.util.regex.Pattern;

import dev.conversations.client.PageCursor;

import org.springframework.batch.core.listener.SkipListener;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.util.Assert;

/**
 * Writes each participant that was skipped into a table, in the transaction of its chunk:
 * once, whatever crashes. A row holds the job, the ordinal of the participant, what
 * Twilio answered, and the cursor with which the list goes on.
 * <p>
 * The script {@value #SCHEMA} on the class path creates the table.
 *
 * @since 0.1.0
 */
public final class FailedParticipantListener implements SkipListener<Object, Object> {

	/**
	 * The location of the script that creates the table.
	 */
	public static final String SCHEMA = "dev/conversations/batch/schema-failed-participant.sql";

	private static final String DEFAULT_TABLE = "twilio_failed_participant";

	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

	private final JdbcOperations jdbc;

	private final String insert;

	/**
	 * Creates a listener that writes into the table {@code twilio_failed_participant}.
	 * @param jdbc the database of the job repository, so that both share a transaction
	 */
	public FailedParticipantListener(JdbcOperations jdbc) {
		this(jdbc, DEFAULT_TABLE);
	}

	/**
	 * Creates a listener.
	 * @param jdbc the database of the job repository, so that both share a transaction
	 * @param table the name of the table
	 */
	public FailedParticipantListener(JdbcOperations jdbc, String table) {
		Assert.notNull(jdbc, "'jdbc' must not be null");
		Assert.isTrue(NAME.matcher(table).matches(), "'table' must be made of letters, digits, underscores and dots");
		this.jdbc = jdbc;
		this.insert = "insert into %s (job_instance_id, ordinal, status, code, resume_cursor) values (?, ?, ?, ?, ?)"
			.formatted(table);
	}

	@Override
	public void onSkipInRead(Throwable failure) {
		if (failure instanceof ParticipantReadException read) {
			PageCursor cursor = read.resumeCursor();
			this.jdbc.update(this.insert, jobInstanceId(), read.ordinal(),
					new SqlParameterValue(Types.INTEGER, read.status()),
					new SqlParameterValue(Types.INTEGER, read.code()),
					new SqlParameterValue(Types.VARCHAR, (cursor != null) ? cursor.value() : null));
		}
	}

	private static long jobInstanceId() {
		StepContext context = StepSynchronizationManager.getContext();
		Assert.state(context != null, "A participant can only fail in a step");
		return context.getStepExecution().getJobExecution().getJobInstanceId();
	}

}
