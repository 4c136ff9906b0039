package dev.conversations.test;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A conversation with its participants; to be used under the lock of the {@link Store}.
 */
final class StoredConversation {

	private final NavigableMap<String, StoredParticipant> participants = new TreeMap<>();

	private final Map<String, StoredParticipant> bySid = new HashMap<>();

	private final Map<String, StoredParticipant> byIdentity = new HashMap<>();

	private ConversationDetails details;

	StoredConversation(ConversationDetails details) {
		this.details = details;
	}

	ConversationDetails details() {
		return this.details;
	}

	void details(ConversationDetails details) {
		this.details = details;
	}

	NavigableMap<String, StoredParticipant> participants() {
		return this.participants;
	}

	/**
	 * Returns a participant by its SID.
	 * @param sid the SID
	 * @return the participant
	 */
	StoredParticipant bySid(String sid) {
		return existing(this.bySid.get(sid));
	}

	/**
	 * Returns a participant by its SID or its identity [D].
	 * @param sidOrIdentity the SID or the identity
	 * @return the participant
	 */
	StoredParticipant bySidOrIdentity(String sidOrIdentity) {
		StoredParticipant participant = this.bySid.get(sidOrIdentity);
		return existing((participant != null) ? participant : this.byIdentity.get(sidOrIdentity));
	}

	boolean hasIdentity(String identity) {
		return this.byIdentity.containsKey(identity);
	}

	void put(StoredParticipant participant) {
		this.participants.put(participant.key(), participant);
		this.bySid.put(participant.sid(), participant);
		if (participant.identity() != null) {
			this.byIdentity.put(participant.identity(), participant);
		}
	}

	void remove(StoredParticipant participant) {
		this.participants.remove(participant.key());
		this.bySid.remove(participant.sid());
		if (participant.identity() != null) {
			this.byIdentity.remove(participant.identity());
		}
	}

	private static StoredParticipant existing(@Nullable StoredParticipant participant) {
		if (participant == null) {
			throw new UnknownResourceException();
		}
		return participant;
	}

}
