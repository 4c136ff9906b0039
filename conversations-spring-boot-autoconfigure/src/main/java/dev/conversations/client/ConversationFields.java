package dev.conversations.client;

import java.time.Instant;
import java.util.Map;

import dev.conversations.client.FieldReader.RecordFields;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a {@link Conversation}.
 */
final class ConversationFields implements RecordFields<Conversation> {

	private @Nullable String sid;

	private @Nullable String accountSid;

	private @Nullable String chatServiceSid;

	private @Nullable String messagingServiceSid;

	private @Nullable String friendlyName;

	private @Nullable String uniqueName;

	private @Nullable String attributes;

	private @Nullable ConversationState state;

	private @Nullable Instant dateCreated;

	private @Nullable Instant dateUpdated;

	private @Nullable ConversationTimers timers;

	private @Nullable ConversationBindings bindings;

	private @Nullable String url;

	private Map<String, String> links = Map.of();

	@Override
	public void read(String name, FieldReader value) {
		switch (name) {
			case "sid" -> this.sid = value.text();
			case "account_sid" -> this.accountSid = value.sharedText();
			case "chat_service_sid" -> this.chatServiceSid = value.sharedText();
			case "messaging_service_sid" -> this.messagingServiceSid = value.sharedText();
			case "friendly_name" -> this.friendlyName = value.text();
			case "unique_name" -> this.uniqueName = value.text();
			case "attributes" -> this.attributes = value.text();
			case "state" -> this.state = value.state();
			case "date_created" -> this.dateCreated = value.date();
			case "date_updated" -> this.dateUpdated = value.date();
			case "timers" -> this.timers = ConversationTimersFields.read(value);
			case "bindings" -> this.bindings = ConversationBindingsFields.read(value);
			case "url" -> this.url = value.text();
			case "links" -> this.links = value.links();
			default -> value.skip();
		}
	}

	@Override
	public Conversation toRecord() {
		return new Conversation(this.sid, this.accountSid, this.chatServiceSid, this.messagingServiceSid,
				this.friendlyName, this.uniqueName, this.attributes, this.state, this.dateCreated, this.dateUpdated,
				this.timers, this.bindings, this.url, this.links);
	}

}
