package dev.conversations.test;

/**
 * A participant together with the conversation that it is in.
 *
 * @param conversation the conversation
 * @param participant the participant
 */
record Membership(ConversationDetails conversation, StoredParticipant participant) {

}
