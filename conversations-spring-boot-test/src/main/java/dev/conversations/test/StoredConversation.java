package dev.conversations.test;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A conversation with its participants; to be used in an operation of the {@link Store}.
 */
final class StoredConversation {

	private final NavigableMap<String, StoredParticipant> byKey = new TreeMap<>();

	private final Map<String, StoredParticipant> bySid = new HashMap<>();

	private final Map<String, StoredParticipant> byIdentity = new HashMap<>();

	private final Map<String, StoredParticipant> byGroupAddress = new HashMap<>();

	private ConversationDetails details;

	private @Nullable PendingInitialization initialization;

	StoredConversation(ConversationDetails details, @Nullable PendingInitialization initialization) {
		this.details = details;
		this.initialization = initialization;
	}

	ConversationDetails details() {
		return this.details;
	}

	void details(ConversationDetails details) {
		this.details = details;
	}

	boolean isInitializing() {
		return this.initialization != null;
	}

	/**
	 * Counts a request that meets the conversation as it is.
	 */
	void countRequest() {
		if (this.initialization != null) {
			this.initialization.countDown();
		}
	}

	@Nullable Instant nextChange(Instant now) {
		return (this.initialization != null) ? this.initialization.end() : this.details.nextChange(now);
	}

	/**
	 * Ends the initialization, whatever was to come of it.
	 */
	void stopInitializing() {
		this.initialization = null;
	}

	/**
	 * Ends the initialization, or lets a timer go off.
	 * @param date the date of the change
	 * @return the state of the conversation after it
	 */
	ConversationDetails elapse(Instant date) {
		if (this.initialization == null) {
			return this.details.changedAt(date);
		}
		String state = this.initialization.stateAfter();
		this.initialization = null;
		return this.details.withState(state, date);
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

	boolean hasGroupAddress(@Nullable String address) {
		return address != null && this.byGroupAddress.containsKey(address);
	}

	/**
	 * Returns the addresses of the participants in Group MMS.
	 * @return the addresses, which are empty where it is no group
	 */
	Set<String> groupAddresses() {
		return Set.copyOf(this.byGroupAddress.keySet());
	}

	void put(StoredParticipant participant) {
		this.byKey.put(participant.key(), participant);
		this.bySid.put(participant.sid(), participant);
		if (participant.identity() != null) {
			this.byIdentity.put(participant.identity(), participant);
		}
		if (participant.binding().groupAddress() != null) {
			this.byGroupAddress.put(participant.binding().groupAddress(), participant);
		}
	}

	void remove(StoredParticipant participant) {
		this.byKey.remove(participant.key());
		this.bySid.remove(participant.sid());
		if (participant.identity() != null) {
			this.byIdentity.remove(participant.identity());
		}
		if (participant.binding().groupAddress() != null) {
			this.byGroupAddress.remove(participant.binding().groupAddress());
		}
	}

	private static StoredParticipant existing(@Nullable StoredParticipant participant) {
		if (participant == null) {
			throw new UnknownResourceException();
		}
		return participant;
	}

}
