package dev.conversations.client;

import java.io.Serial;

/**
 * Twilio refused the credentials, or what they may do: status 401 or 403.
 *
 * @since 0.1.0
 */
public final class AuthenticationFailedException extends TwilioApiException {

	@Serial
	private static final long serialVersionUID = 1L;

	AuthenticationFailedException(ApiError error) {
		super(error);
	}

}
