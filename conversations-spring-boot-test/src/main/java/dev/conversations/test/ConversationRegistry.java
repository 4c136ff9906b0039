package dev.conversations.test;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * All conversations, by SID and by unique name within their service; to be used in an
 * operation of the {@link Store}.
 */
final class ConversationRegistry {

	private final Map<String, StoredConversation> bySid = new HashMap<>();

	private final Map<UniqueName, StoredConversation> byUniqueName = new HashMap<>();

	void add(StoredConversation conversation) {
		ConversationDetails details = conversation.details();
		UniqueName name = UniqueName.of(details);
		if (name != null) {
			this.byUniqueName.put(name, conversation);
		}
		this.bySid.put(details.sid(), conversation);
	}

	void remove(StoredConversation conversation) {
		UniqueName name = UniqueName.of(conversation.details());
		if (name != null) {
			this.byUniqueName.remove(name);
		}
		this.bySid.remove(conversation.details().sid());
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

	boolean hasSid(String sid) {
		return this.bySid.containsKey(sid);
	}

	boolean hasUniqueName(String serviceSid, String name) {
		return this.byUniqueName.containsKey(new UniqueName(serviceSid, name));
	}

	void clear() {
		this.bySid.clear();
		this.byUniqueName.clear();
	}

	/**
	 * A unique name within its service.
	 *
	 * @param service the SID of the service
	 * @param name the unique name
	 */
	private record UniqueName(String service, String name) {

		static @Nullable UniqueName of(ConversationDetails details) {
			return (details.uniqueName() != null) ? new UniqueName(details.serviceSid(), details.uniqueName()) : null;
		}

		@Override
		public String toString() {
			return "UniqueName";
		}

	}

}
