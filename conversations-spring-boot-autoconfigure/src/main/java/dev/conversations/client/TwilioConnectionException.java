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

	TwilioConnectionException(String message, boolean retryable, boolean passing, @Nullable PageCursor resumeCursor) {
		super(message, retryable, passing, resumeCursor);
	}

}
