package dev.conversations.client;

import tools.jackson.databind.ObjectReader;

/**
 * Type of a list of Twilio.
 *
 * @param <T> the type of the records
 * @param key the name of the array in an answer
 * @param defaultPageSize how many records are asked for, which is what the server makes
 * of any larger number
 * @param recordReader reads a record
 */
@SuppressWarnings("UnusedTypeParameter")
record ListType<T>(String key, int defaultPageSize, ObjectReader recordReader) {

	static final ListType<Participant> PARTICIPANTS = of("participants", 100, Participant.class);

	static final ListType<ParticipantConversation> PARTICIPANT_CONVERSATIONS = of("conversations", 50,
			ParticipantConversation.class);

	static final ListType<Conversation> CONVERSATIONS = of("conversations", 100, Conversation.class);

	private static <T> ListType<T> of(String key, int defaultPageSize, Class<T> recordType) {
		return new ListType<>(key, defaultPageSize, Json.MAPPER.readerFor(recordType));
	}

}
