package dev.conversations.client;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Participant of a conversation, as Twilio describes it. Twilio may leave out any field.
 * <p>
 * {@code toString} shows SIDs only.
 *
 * @param sid the SID of the participant, {@code MB…}
 * @param accountSid the SID of the account, {@code AC…}
 * @param chatServiceSid the SID of the chat service, {@code IS…}, sent in a service only
 * @param conversationSid the SID of the conversation, {@code CH…}
 * @param identity the identity of a chat participant
 * @param attributes the application's metadata, as JSON text
 * @param messagingBinding how a participant who is no chat user exchanges messages
 * @param roleSid the SID of the role in the conversation, {@code RL…}
 * @param dateCreated when the participant was added
 * @param dateUpdated when the participant was last updated
 * @param url the absolute URL of the participant
 * @param lastReadMessageIndex the index of the last message that a chat participant read
 * @param lastReadTimestamp when a chat participant last read a message
 * @since 0.1.0
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/conversation-participant-resource">Conversation
 * Participant resource</a>
 */
public record Participant(@Nullable String sid, @Nullable String accountSid, @Nullable String chatServiceSid,
		@Nullable String conversationSid, @Nullable String identity, @Nullable String attributes,
		@Nullable MessagingBinding messagingBinding, @Nullable String roleSid, @Nullable Instant dateCreated,
		@Nullable Instant dateUpdated, @Nullable String url, @Nullable Integer lastReadMessageIndex,
		@Nullable String lastReadTimestamp) {

	@Override
	public String toString() {
		return "Participant[sid=%s, accountSid=%s, chatServiceSid=%s, conversationSid=%s, roleSid=%s]"
			.formatted(this.sid, this.accountSid, this.chatServiceSid, this.conversationSid, this.roleSid);
	}

}
