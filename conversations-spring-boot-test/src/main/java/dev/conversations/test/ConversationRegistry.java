package dev.conversations.test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * All conversations, by SID and by unique name within their service; to be used under the
 * lock of the {@link Store}.
 */
final class ConversationRegistry {

	private final Map<String, StoredConversation> bySid = new HashMap<>();

	private final Map<UniqueName, StoredConversation> byUniqueName = new HashMap<>();

	void add(StoredConversation conversation) {
		ConversationDetails details = conversation.details();
		UniqueName name = UniqueName.of(details);
		if (this.bySid.containsKey(details.sid())) {
			throw new IllegalArgumentException("sid: is taken");
		}
		if (name != null && this.byUniqueName.putIfAbsent(name, conversation) != null) {
			throw new IllegalArgumentException("unique_name: is taken");
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

	List<StoredConversation> all() {
		return List.copyOf(this.bySid.values());
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
