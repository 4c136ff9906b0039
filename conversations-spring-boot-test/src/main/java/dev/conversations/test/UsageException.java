package dev.conversations.test;

/**
 * A mistake in the arguments or in the seed of {@link SimulatorCommand}.
 */
final class UsageException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UsageException(String message) {
		super(message.replaceAll("\\p{Cntrl}", "?"));
	}

}
