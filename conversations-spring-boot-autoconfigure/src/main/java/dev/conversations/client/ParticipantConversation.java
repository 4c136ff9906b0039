package dev.conversations.client;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Conversation of a participant, as Twilio describes it. Twilio may leave out any field.
 * <p>
 * {@code toString} shows SIDs and the state only.
 *
 * @param accountSid the SID of the account, {@code AC…}
 * @param chatServiceSid the SID of the chat service, {@code IS…}
 * @param participantSid the SID of the participant, {@code MB…}
 * @param participantUserSid the SID of the chat user, {@code US…}
 * @param participantIdentity the identity of a chat participant
 * @param participantMessagingBinding how a participant who is no chat user exchanges
 * messages
 * @param conversationSid the SID of the conversation, {@code CH…}
 * @param conversationUniqueName the name that the application gave the conversation
 * @param conversationFriendlyName the readable name of the conversation
 * @param conversationAttributes the application's metadata of the conversation, as JSON
 * text
 * @param conversationDateCreated when the conversation was created
 * @param conversationDateUpdated when the conversation was last updated
 * @param conversationCreatedBy the identity of the conversation's creator
 * @param conversationState the state of the conversation
 * @param conversationTimers when the conversation will change its state
 * @param links absolute URLs by name, of the participant and of the conversation; empty
 * where Twilio sends none
 * @since 0.1.0
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/participant-conversation-resource">Participant
 * Conversation resource</a>
 */
public record ParticipantConversation(@Nullable String accountSid, @Nullable String chatServiceSid,
		@Nullable String participantSid, @Nullable String participantUserSid, @Nullable String participantIdentity,
		@Nullable MessagingBinding participantMessagingBinding, @Nullable String conversationSid,
		@Nullable String conversationUniqueName, @Nullable String conversationFriendlyName,
		@Nullable String conversationAttributes, @Nullable Instant conversationDateCreated,
		@Nullable Instant conversationDateUpdated, @Nullable String conversationCreatedBy,
		@Nullable ConversationState conversationState, @Nullable ConversationTimers conversationTimers,
		Map<String, String> links) {

	/**
	 * Creates a conversation of a participant.
	 */
	public ParticipantConversation {
		links = Links.copyOf(links);
	}

	@Override
	public String toString() {
		return ("ParticipantConversation[conversationSid=%s, participantSid=%s, participantUserSid=%s, "
				+ "accountSid=%s, chatServiceSid=%s, conversationState=%s]")
			.formatted(this.conversationSid, this.participantSid, this.participantUserSid, this.accountSid,
					this.chatServiceSid, this.conversationState);
	}

}
