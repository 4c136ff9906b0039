package dev.conversations.test;

/**
 * Ends an operation with an error that is answered to the client.
 */
final class ApiException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient ApiError error;

	ApiException(ApiError error) {
		super("Error " + error.code(), null, false, false);
		this.error = error;
	}

	ApiError error() {
		return this.error;
	}

}
