package dev.conversations.client;

/**
 * What distinguishes the lists of Twilio.
 *
 * @param <T> the type of the records
 * @param key the name of the array in an answer
 * @param maxPageSize the largest page
 * @param bodyType the type of an answer
 */
record ListType<T>(String key, int maxPageSize, Class<? extends ListBody<T>> bodyType) {

	static final ListType<Participant> PARTICIPANTS = new ListType<>("participants", Paging.MAX_PAGE_SIZE,
			ListBody.Participants.class);

	static final ListType<ParticipantConversation> CONVERSATIONS = new ListType<>("conversations", 50,
			ListBody.Conversations.class);

}
