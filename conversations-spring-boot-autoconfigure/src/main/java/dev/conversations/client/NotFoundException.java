package dev.conversations.client;

import java.io.Serial;

/**
 * There is no such conversation, participant or chat service: status 404.
 *
 * @since 0.1.0
 */
public final class NotFoundException extends TwilioApiException {

	@Serial
	private static final long serialVersionUID = 1L;

	NotFoundException(ApiError error) {
		super(error);
	}

}
