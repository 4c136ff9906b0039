package dev.conversations.test;

/**
 * A participant together with the conversation that it is in.
 *
 * @param conversation the conversation
 * @param participant the participant
 */
record Membership(ConversationDetails conversation, StoredParticipant participant) {

	/**
	 * Returns the key under which the membership stands in a list.
	 * @return text that sorts by conversation SID and then in the order of creation
	 */
	String key() {
		return this.conversation.sid() + this.participant.key();
	}

}
