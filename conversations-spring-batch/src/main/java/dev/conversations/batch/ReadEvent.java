package dev.conversations.batch;

import dev.conversations.client.Page;
import dev.conversations.client.ParticipantConversation;

/**
 * Something that happens to a participant while many are read at once.
 */
sealed interface ReadEvent {

	/**
	 * Returns the ordinal of the participant.
	 * @return the ordinal
	 */
	long ordinal();

	/**
	 * A page was received.
	 *
	 * @param ordinal the ordinal of the participant
	 * @param page the page
	 */
	record Received(long ordinal, Page<ParticipantConversation> page) implements ReadEvent {

	}

	/**
	 * The list has come to its end.
	 *
	 * @param ordinal the ordinal of the participant
	 */
	record Finished(long ordinal) implements ReadEvent {

	}

	/**
	 * The list cannot be read on.
	 *
	 * @param ordinal the ordinal of the participant
	 * @param failure the failure
	 */
	record Failed(long ordinal, ParticipantReadException failure) implements ReadEvent {

	}

}
