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

	private final boolean retryable;

	private final boolean passing;

	private final transient @Nullable PageCursor resumeCursor;

	TwilioException(String message, boolean retryable, boolean passing, @Nullable PageCursor resumeCursor) {
		super(message);
		this.retryable = retryable;
		this.passing = passing;
		this.resumeCursor = resumeCursor;
	}

	/**
	 * Returns whether the same request may succeed later and cannot be carried out twice.
	 * @return {@code true} for status 429, for a connection that could not be had, and
	 * for GET and DELETE with status 500, 502, 503 or 504, a reset or a time-out
	 */
	public boolean isRetryable() {
		return this.retryable;
	}

	/**
	 * Whether the cause may pass, though the request may have been carried out.
	 */
	boolean isOutcomeUnknown() {
		return this.passing && !this.retryable;
	}

	/**
	 * How long the server asks to wait.
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
