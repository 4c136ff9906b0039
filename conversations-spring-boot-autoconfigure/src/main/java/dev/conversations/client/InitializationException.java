package dev.conversations.client;

import java.io.Serial;

/**
 * A conversation that was created with its participants could not be initialised, and is
 * closed. The same request would not help, so that this error is not retryable; but
 * Twilio has freed the bindings, so that it is safe to create the conversation again.
 *
 * @since 0.1.0
 * @see <a href="https://www.twilio.com/docs/api/errors/50427">Error 50427</a>
 */
public final class InitializationException extends TwilioException {

	@Serial
	private static final long serialVersionUID = 1L;

	InitializationException(String message) {
		super(message, Outcome.FINAL, null);
	}

}
