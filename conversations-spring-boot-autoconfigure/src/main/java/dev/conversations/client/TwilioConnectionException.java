package dev.conversations.client;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/**
 * There was no usable answer: the connection was refused, reset or timed out, or the
 * answer was truncated, too large, not a JSON object, or had no body where one is due.
 *
 * @since 0.1.0
 */
public final class TwilioConnectionException extends TwilioException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final boolean timeout;

	TwilioConnectionException(String message, Outcome outcome, @Nullable PageCursor resumeCursor) {
		this(message, outcome, resumeCursor, false);
	}

	TwilioConnectionException(String message, Outcome outcome, @Nullable PageCursor resumeCursor, boolean timeout) {
		super(message, outcome, resumeCursor);
		this.timeout = timeout;
	}

	/**
	 * Tells whether the answer took too long.
	 */
	boolean isTimeout() {
		return this.timeout;
	}

}
