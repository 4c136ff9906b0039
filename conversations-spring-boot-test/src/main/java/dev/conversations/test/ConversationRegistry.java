package dev.conversations.test;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * All conversations, by SID and by unique name within their service; to be used in an
 * operation of the {@link Store}.
 */
final class ConversationRegistry {

	private final Map<String, StoredConversation> bySid = new HashMap<>();

	private final Map<UniqueName, StoredConversation> byUniqueName = new HashMap<>();

	private final Map<String, NavigableMap<String, StoredConversation>> byService = new HashMap<>();

	/**
	 * Adds a conversation.
	 * @param conversation the conversation
	 * @throws RefusedException if its unique name is taken
	 */
	void add(StoredConversation conversation) {
		ConversationDetails details = conversation.details();
		UniqueName name = UniqueName.of(details);
		Refusal.UNIQUE_NAME_TAKEN.when(isTaken(name, conversation));
		put(name, conversation);
		this.bySid.put(details.sid(), conversation);
		this.byService.computeIfAbsent(details.serviceSid(), (service) -> new TreeMap<>())
			.put(details.sid(), conversation);
	}

	/**
	 * Gives a conversation another unique name, or none.
	 * @param conversation the conversation
	 * @param before its state with the old name
	 * @param after its state with the new name
	 * @throws RefusedException if the new name is taken
	 */
	void rename(StoredConversation conversation, ConversationDetails before, ConversationDetails after) {
		UniqueName name = UniqueName.of(after);
		Refusal.UNIQUE_NAME_TAKEN.when(isTaken(name, conversation));
		removeName(before);
		put(name, conversation);
	}

	void remove(StoredConversation conversation) {
		ConversationDetails details = conversation.details();
		removeName(details);
		this.bySid.remove(details.sid());
		inService(details.serviceSid()).remove(details.sid());
	}

	StoredConversation find(String serviceSid, String sidOrUniqueName) {
		StoredConversation conversation = this.bySid.get(sidOrUniqueName);
		if (conversation == null) {
			conversation = this.byUniqueName.get(new UniqueName(serviceSid, sidOrUniqueName));
		}
		if (conversation == null || !conversation.details().serviceSid().equals(serviceSid)) {
			throw new UnknownResourceException();
		}
		return conversation;
	}

	StoredConversation existing(String sid) {
		StoredConversation conversation = this.bySid.get(sid);
		if (conversation == null) {
			throw new IllegalStateException("The conversation is gone");
		}
		return conversation;
	}

	/**
	 * Returns the conversations of a service by SID, the order of a list of them [C].
	 * @param serviceSid the SID of the service
	 * @return the conversations
	 */
	NavigableMap<String, StoredConversation> inService(String serviceSid) {
		return this.byService.getOrDefault(serviceSid, Collections.emptyNavigableMap());
	}

	/**
	 * Returns the groups that Group MMS has in conversations that are not closed.
	 * @return the addresses of each group
	 */
	Set<Set<String>> openGroups() {
		return all().stream()
			.filter((conversation) -> !conversation.details().isClosed())
			.map(StoredConversation::groupAddresses)
			.filter((addresses) -> !addresses.isEmpty())
			.collect(Collectors.toSet());
	}

	List<StoredConversation> all() {
		return this.byService.values().stream().flatMap((service) -> service.values().stream()).toList();
	}

	boolean hasSid(String sid) {
		return this.bySid.containsKey(sid);
	}

	boolean hasUniqueName(String serviceSid, String name) {
		return this.byUniqueName.containsKey(new UniqueName(serviceSid, name));
	}

	void clear() {
		this.bySid.clear();
		this.byUniqueName.clear();
		this.byService.clear();
	}

	private boolean isTaken(@Nullable UniqueName name, StoredConversation conversation) {
		StoredConversation holder = (name != null) ? this.byUniqueName.get(name) : null;
		return holder != null && holder != conversation;
	}

	private void put(@Nullable UniqueName name, StoredConversation conversation) {
		if (name != null) {
			this.byUniqueName.put(name, conversation);
		}
	}

	private void removeName(ConversationDetails details) {
		UniqueName name = UniqueName.of(details);
		if (name != null) {
			this.byUniqueName.remove(name);
		}
	}

	/**
	 * A unique name within its service.
	 *
	 * @param service the SID of the service
	 * @param name the unique name
	 */
	private record UniqueName(String service, String name) {

		static @Nullable UniqueName of(ConversationDetails details) {
			@Nullable String name = details.content().uniqueName();
			return (name != null) ? new UniqueName(details.serviceSid(), name) : null;
		}

		@Override
		public String toString() {
			return "UniqueName";
		}

	}

}
