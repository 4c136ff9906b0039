package dev.conversations.client;

import java.time.Instant;

import dev.conversations.client.FieldReader.RecordFields;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a {@link Participant}.
 */
final class ParticipantFields implements RecordFields<Participant> {

	private @Nullable String sid;

	private @Nullable String accountSid;

	private @Nullable String chatServiceSid;

	private @Nullable String conversationSid;

	private @Nullable String identity;

	private @Nullable String attributes;

	private @Nullable MessagingBinding messagingBinding;

	private @Nullable String roleSid;

	private @Nullable Instant dateCreated;

	private @Nullable Instant dateUpdated;

	private @Nullable String url;

	private @Nullable Integer lastReadMessageIndex;

	private @Nullable String lastReadTimestamp;

	@Override
	public void read(String name, FieldReader value) {
		switch (name) {
			case "sid" -> this.sid = value.text();
			case "account_sid" -> this.accountSid = value.sharedText();
			case "chat_service_sid" -> this.chatServiceSid = value.sharedText();
			case "conversation_sid" -> this.conversationSid = value.sharedText();
			case "identity" -> this.identity = value.text();
			case "attributes" -> this.attributes = value.text();
			case "messaging_binding" -> this.messagingBinding = MessagingBindingFields.read(value);
			case "role_sid" -> this.roleSid = value.sharedText();
			case "date_created" -> this.dateCreated = value.date();
			case "date_updated" -> this.dateUpdated = value.date();
			case "url" -> this.url = value.text();
			case "last_read_message_index" -> this.lastReadMessageIndex = value.integer();
			case "last_read_timestamp" -> this.lastReadTimestamp = value.text();
			default -> value.skip();
		}
	}

	@Override
	public Participant toRecord() {
		return new Participant(this.sid, this.accountSid, this.chatServiceSid, this.conversationSid, this.identity,
				this.attributes, this.messagingBinding, this.roleSid, this.dateCreated, this.dateUpdated, this.url,
				this.lastReadMessageIndex, this.lastReadTimestamp);
	}

}
