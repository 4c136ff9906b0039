package dev.conversations.test;

/**
 * Ends an operation with a refusal that is answered to the client.
 */
class RefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Refusal refusal;

	RefusedException(Refusal refusal) {
		super("Error " + refusal.code(), null, false, false);
		this.refusal = refusal;
	}

	Refusal refusal() {
		return this.refusal;
	}

}
