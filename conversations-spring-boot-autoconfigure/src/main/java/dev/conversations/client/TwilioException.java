package dev.conversations.client;

import java.io.Serial;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Root of the errors of this client. A message consists of the method, the template of
 * the path and what went wrong; it holds no header, body, query, credential or personal
 * data.
 *
 * @since 0.1.0
 */
public abstract class TwilioException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Outcome outcome;

	private final transient @Nullable PageCursor resumeCursor;

	TwilioException(String message, Outcome outcome, @Nullable PageCursor resumeCursor) {
		super(message);
		this.outcome = outcome;
		this.resumeCursor = resumeCursor;
	}

	/**
	 * Returns whether the same request may succeed later and cannot be carried out twice.
	 * @return {@code true} for status 429, for a connection that could not be had, and
	 * for GET and DELETE with status 500, 502, 503 or 504, a reset or a time-out
	 */
	public boolean isRetryable() {
		return this.outcome == Outcome.REPEATABLE;
	}

	/**
	 * Returns whether the request may have been carried out and must not be sent again.
	 */
	boolean isOutcomeUnknown() {
		return this.outcome == Outcome.UNKNOWN;
	}

	/**
	 * Returns how long the server asks to wait.
	 */
	@Nullable Duration serverDelay() {
		return null;
	}

	/**
	 * Returns where a list goes on after this error: with the first record that was not
	 * delivered.
	 * @return a cursor for {@link Paging#startingAt(PageCursor)}, or {@code null} if
	 * nothing can follow, as after an operation that is no list
	 */
	public @Nullable PageCursor resumeCursor() {
		return this.resumeCursor;
	}

}
