package dev.conversations.test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A conversation with its participants; to be used in an operation of the {@link Store}.
 */
final class StoredConversation {

	private final NavigableMap<String, StoredParticipant> byKey = new TreeMap<>();

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

	int size() {
		return this.byKey.size();
	}

	List<StoredParticipant> participants() {
		return List.copyOf(this.byKey.values());
	}

	/**
	 * Returns the participants by the keys that a list of them is ordered by.
	 * @return the participants in the order of creation
	 */
	NavigableMap<String, StoredParticipant> participantsByKey() {
		return this.byKey;
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
		this.byKey.put(participant.key(), participant);
		this.bySid.put(participant.sid(), participant);
		if (participant.identity() != null) {
			this.byIdentity.put(participant.identity(), participant);
		}
	}

	void remove(StoredParticipant participant) {
		this.byKey.remove(participant.key());
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
