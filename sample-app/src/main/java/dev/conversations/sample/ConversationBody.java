package dev.conversations.sample;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

import dev.conversations.client.ConversationState;
import dev.conversations.client.ConversationUpdate;
import dev.conversations.client.NewConversation;
import dev.conversations.client.NewParticipant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;

/**
 * Conversation in the JSON of a request. A field that is absent is not set, and not
 * changed by an update.
 *
 * @param friendlyName the readable name
 * @param uniqueName the name that stands in the place of the SID
 * @param attributes the metadata, as JSON or as text that holds JSON
 * @param messagingServiceSid the SID of the messaging service
 * @param state the state
 * @param inactiveAfter when the conversation becomes inactive, such as {@code PT1H}
 * @param closedAfter when the conversation is closed, such as {@code P1D}
 * @param email the e-mail address that the conversation is bound to
 * @param participants the participants to create it with
 */
record ConversationBody(@Nullable String friendlyName, @Nullable String uniqueName, @Nullable JsonNode attributes,
		@Nullable String messagingServiceSid, @Nullable ConversationState state, @Nullable Duration inactiveAfter,
		@Nullable Duration closedAfter, @Nullable Email email, @Nullable List<JsonNode> participants) {

	NewConversation toNewConversation() {
		NewConversation conversation = NewConversation.create();
		conversation = set(conversation, this.friendlyName, NewConversation::withFriendlyName);
		conversation = set(conversation, this.uniqueName, NewConversation::withUniqueName);
		conversation = set(conversation, attributesText(), NewConversation::withAttributes);
		conversation = set(conversation, this.messagingServiceSid, NewConversation::withMessagingServiceSid);
		conversation = set(conversation, this.state, NewConversation::withState);
		conversation = set(conversation, this.inactiveAfter, NewConversation::withInactiveAfter);
		conversation = set(conversation, this.closedAfter, NewConversation::withClosedAfter);
		return set(conversation, this.email,
				(target, binding) -> target.withEmailBinding(binding.address(), binding.name()));
	}

	ConversationUpdate toUpdate() {
		Assert.isNull(this.participants, "'participants' must not be given, as they are changed one by one");
		ConversationUpdate update = ConversationUpdate.create();
		update = set(update, this.friendlyName, ConversationUpdate::withFriendlyName);
		update = set(update, this.uniqueName, ConversationUpdate::withUniqueName);
		update = set(update, attributesText(), ConversationUpdate::withAttributes);
		update = set(update, this.messagingServiceSid, ConversationUpdate::withMessagingServiceSid);
		update = set(update, this.state, ConversationUpdate::withState);
		update = set(update, this.inactiveAfter, ConversationUpdate::withInactiveAfter);
		update = set(update, this.closedAfter, ConversationUpdate::withClosedAfter);
		return set(update, this.email, (target, binding) -> target.withEmailBinding(binding.address(), binding.name()));
	}

	/**
	 * Returns the participants, or {@code null} if the conversation is created without
	 * any.
	 */
	@Nullable List<NewParticipant> newParticipants() {
		return (this.participants != null) ? this.participants.stream().map(ParticipantBody::toNewParticipant).toList()
				: null;
	}

	private @Nullable String attributesText() {
		return (this.attributes != null) ? ParticipantBody.attributes(this.attributes) : null;
	}

	private static <T, V> T set(T target, @Nullable V value, BiFunction<T, V, T> setter) {
		return (value != null) ? setter.apply(target, value) : target;
	}

	/**
	 * Names none of the values, as they are personal data.
	 */
	@Override
	public String toString() {
		return "ConversationBody";
	}

	/**
	 * E-mail address of a conversation.
	 *
	 * @param address the address
	 * @param name the name that is shown with the address
	 */
	record Email(String address, String name) {

		@Override
		public String toString() {
			return "Email";
		}

	}

}
