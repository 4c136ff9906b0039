package dev.conversations.client;

import java.time.Instant;
import java.util.Map;

import dev.conversations.client.FieldReader.RecordFields;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a {@link ParticipantConversation}.
 */
final class ParticipantConversationFields implements RecordFields<ParticipantConversation> {

	private @Nullable String accountSid;

	private @Nullable String chatServiceSid;

	private @Nullable String participantSid;

	private @Nullable String participantUserSid;

	private @Nullable String participantIdentity;

	private @Nullable MessagingBinding participantMessagingBinding;

	private @Nullable String conversationSid;

	private @Nullable String conversationUniqueName;

	private @Nullable String conversationFriendlyName;

	private @Nullable String conversationAttributes;

	private @Nullable Instant conversationDateCreated;

	private @Nullable Instant conversationDateUpdated;

	private @Nullable String conversationCreatedBy;

	private @Nullable ConversationState conversationState;

	private @Nullable ConversationTimers conversationTimers;

	private Map<String, String> links = Map.of();

	@Override
	public void read(String name, FieldReader value) {
		switch (name) {
			case "account_sid" -> this.accountSid = value.sharedText();
			case "chat_service_sid" -> this.chatServiceSid = value.sharedText();
			case "participant_sid" -> this.participantSid = value.text();
			case "participant_user_sid" -> this.participantUserSid = value.sharedText();
			case "participant_identity" -> this.participantIdentity = value.sharedText();
			case "participant_messaging_binding" ->
				this.participantMessagingBinding = MessagingBindingFields.read(value);
			case "conversation_sid" -> this.conversationSid = value.text();
			case "conversation_unique_name" -> this.conversationUniqueName = value.text();
			case "conversation_friendly_name" -> this.conversationFriendlyName = value.text();
			case "conversation_attributes" -> this.conversationAttributes = value.text();
			case "conversation_date_created" -> this.conversationDateCreated = value.date();
			case "conversation_date_updated" -> this.conversationDateUpdated = value.date();
			case "conversation_created_by" -> this.conversationCreatedBy = value.sharedText();
			case "conversation_state" -> this.conversationState = value.state();
			case "conversation_timers" -> this.conversationTimers = ConversationTimersFields.read(value);
			case "links" -> this.links = value.links();
			default -> value.skip();
		}
	}

	@Override
	public ParticipantConversation toRecord() {
		return new ParticipantConversation(this.accountSid, this.chatServiceSid, this.participantSid,
				this.participantUserSid, this.participantIdentity, this.participantMessagingBinding,
				this.conversationSid, this.conversationUniqueName, this.conversationFriendlyName,
				this.conversationAttributes, this.conversationDateCreated, this.conversationDateUpdated,
				this.conversationCreatedBy, this.conversationState, this.conversationTimers, this.links);
	}

}
