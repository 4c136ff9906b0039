package dev.conversations.client;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Body of a page: the records, by a name that depends on the list, and where the list
 * goes on.
 *
 * @param <T> the type of the records
 */
sealed interface ListBody<T> {

	@Nullable List<T> records();

	@Nullable Meta meta();

	/**
	 * Participants of a conversation.
	 *
	 * @param participants the records
	 * @param meta where the list goes on
	 */
	record Participants(@Nullable List<Participant> participants,
			@Nullable Meta meta) implements ListBody<Participant> {

		@Override
		public @Nullable List<Participant> records() {
			return this.participants;
		}

	}

	/**
	 * Conversations of a participant.
	 *
	 * @param conversations the records
	 * @param meta where the list goes on
	 */
	record Conversations(@Nullable List<ParticipantConversation> conversations,
			@Nullable Meta meta) implements ListBody<ParticipantConversation> {

		@Override
		public @Nullable List<ParticipantConversation> records() {
			return this.conversations;
		}

	}

	/**
	 * Where the list goes on.
	 *
	 * @param nextPageUrl the link to the next page; absent, null or empty at the end
	 */
	record Meta(@Nullable String nextPageUrl) {

	}

}
