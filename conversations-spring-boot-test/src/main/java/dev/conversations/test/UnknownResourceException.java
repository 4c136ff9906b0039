package dev.conversations.test;

/**
 * Ends an operation on something that does not exist.
 */
final class UnknownResourceException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnknownResourceException() {
		super("Unknown resource", null, false, false);
	}

}
