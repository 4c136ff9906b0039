package dev.conversations.client;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/**
 * No credentials could be had, so that a request was not sent.
 */
final class CredentialsException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an error.
	 * @param cause why the store of the credentials failed, or {@code null} if it has
	 * none
	 */
	CredentialsException(@Nullable Throwable cause) {
		super(null, cause, false, false);
	}

}
