package dev.conversations.test;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The conversations of each identity and address, by conversation SID [D]; to be used
 * under the lock of the {@link Store}.
 */
final class MembershipIndex {

	private final Map<Filter, NavigableMap<String, Entry>> memberships = new HashMap<>();

	void add(StoredConversation conversation, StoredParticipant participant) {
		String service = conversation.details().serviceSid();
		add(service, Filter.IDENTITY, participant.identity(), conversation, participant);
		add(service, Filter.ADDRESS, participant.binding().address(), conversation, participant);
	}

	void remove(StoredConversation conversation, StoredParticipant participant) {
		String service = conversation.details().serviceSid();
		remove(service, Filter.IDENTITY, participant.identity(), conversation, participant);
		remove(service, Filter.ADDRESS, participant.binding().address(), conversation, participant);
	}

	NavigableMap<String, Entry> find(Filter filter) {
		return this.memberships.getOrDefault(filter, Collections.emptyNavigableMap());
	}

	private void add(String service, String name, @Nullable String value, StoredConversation conversation,
			StoredParticipant participant) {
		if (value != null) {
			this.memberships.computeIfAbsent(new Filter(service, name, value), (key) -> new TreeMap<>())
				.put(key(conversation, participant), new Entry(conversation, participant));
		}
	}

	private void remove(String service, String name, @Nullable String value, StoredConversation conversation,
			StoredParticipant participant) {
		if (value != null) {
			this.memberships.computeIfPresent(new Filter(service, name, value), (key, entries) -> {
				entries.remove(key(conversation, participant));
				return entries.isEmpty() ? null : entries;
			});
		}
	}

	private static String key(StoredConversation conversation, StoredParticipant participant) {
		return conversation.details().sid() + participant.key();
	}

	/**
	 * Whose conversations are asked for.
	 *
	 * @param service the SID of the service
	 * @param name {@value #IDENTITY} or {@value #ADDRESS}
	 * @param value the identity or address
	 */
	record Filter(String service, String name, String value) {

		static final String IDENTITY = "Identity";

		static final String ADDRESS = "Address";

		@Override
		public String toString() {
			return this.name;
		}

	}

	/**
	 * An entry of the index.
	 *
	 * @param conversation the conversation
	 * @param participant the participant
	 */
	record Entry(StoredConversation conversation, StoredParticipant participant) {

		Membership membership() {
			return new Membership(this.conversation.details(), this.participant);
		}

	}

}
