package dev.conversations.client;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Conversation, as Twilio describes it. Twilio may leave out any field.
 * <p>
 * {@code toString} shows SIDs and the state only.
 *
 * @param sid the SID of the conversation, {@code CH…}
 * @param accountSid the SID of the account, {@code AC…}
 * @param chatServiceSid the SID of the chat service, {@code IS…}
 * @param messagingServiceSid the SID of the messaging service, {@code MG…}
 * @param friendlyName the readable name
 * @param uniqueName the name that the application gave, by which the conversation can be
 * addressed
 * @param attributes the application's metadata, as JSON text
 * @param state the state
 * @param dateCreated when the conversation was created
 * @param dateUpdated when the conversation was last updated
 * @param timers when the conversation will change its state
 * @param bindings how the conversation itself exchanges messages with channels such as
 * e-mail
 * @param url the absolute URL of the conversation
 * @param links absolute URLs by name, such as {@code participants}; empty where Twilio
 * sends none
 * @since 0.1.0
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/conversation-resource">Conversation
 * resource</a>
 */
public record Conversation(@Nullable String sid, @Nullable String accountSid, @Nullable String chatServiceSid,
		@Nullable String messagingServiceSid, @Nullable String friendlyName, @Nullable String uniqueName,
		@Nullable String attributes, @Nullable ConversationState state, @Nullable Instant dateCreated,
		@Nullable Instant dateUpdated, @Nullable ConversationTimers timers, @Nullable ConversationBindings bindings,
		@Nullable String url, Map<String, String> links) {

	/**
	 * Creates a conversation.
	 */
	public Conversation {
		links = Links.copyOf(links);
	}

	@Override
	public String toString() {
		return "Conversation[sid=%s, accountSid=%s, chatServiceSid=%s, messagingServiceSid=%s, state=%s]"
			.formatted(this.sid, this.accountSid, this.chatServiceSid, this.messagingServiceSid, this.state);
	}

}
