package dev.conversations.client;

import java.io.Serial;

/**
 * A next link must not be followed.
 */
final class InvalidLinkException extends Exception {

	@Serial
	private static final long serialVersionUID = 1L;

	InvalidLinkException(String reason) {
		super(reason);
	}

	static void check(boolean condition, String reason) throws InvalidLinkException {
		if (!condition) {
			throw new InvalidLinkException(reason);
		}
	}

}
