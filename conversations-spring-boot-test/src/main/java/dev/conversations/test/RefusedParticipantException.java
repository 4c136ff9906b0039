package dev.conversations.test;

/**
 * Ends the creation of a conversation because of one of its participants.
 */
final class RefusedParticipantException extends RefusedException {

	private static final long serialVersionUID = 1L;

	private final int index;

	RefusedParticipantException(int index, Refusal refusal) {
		super(refusal);
		this.index = index;
	}

	/**
	 * Returns which participant is refused.
	 * @return the index, beginning with 0
	 */
	int index() {
		return this.index;
	}

}
