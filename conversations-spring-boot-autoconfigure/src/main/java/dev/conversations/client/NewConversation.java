package dev.conversations.client;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Conversation to be created. Nothing needs to be set.
 * <p>
 * Instances are immutable. {@code toString} names the parameters that are set and none of
 * their values.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/conversation-resource">Conversation
 * resource</a>
 */
public final class NewConversation {

	private final FormParameters form;

	private NewConversation(FormParameters form) {
		this.form = form;
	}

	/**
	 * Creates a conversation with nothing set.
	 * @return a conversation that Twilio gives a SID only
	 */
	public static NewConversation create() {
		return new NewConversation(FormParameters.empty());
	}

	/**
	 * Returns a copy with a readable name.
	 * @param friendlyName the name, 1 to 256 characters
	 * @return a copy with the name
	 * @throws IllegalArgumentException if the name is blank or too long
	 */
	public NewConversation withFriendlyName(String friendlyName) {
		return new NewConversation(ConversationForm.withFriendlyName(this.form, friendlyName));
	}

	/**
	 * Returns a copy with a name by which the conversation can be addressed in the place
	 * of its SID.
	 * @param uniqueName the name, unique in the account or the chat service
	 * @return a copy with the name
	 * @throws IllegalArgumentException if the name is blank, {@code .} or {@code ..}
	 */
	public NewConversation withUniqueName(String uniqueName) {
		return new NewConversation(ConversationForm.withUniqueName(this.form, uniqueName));
	}

	/**
	 * Returns a copy with metadata of the application.
	 * @param attributes the text, at most 16 KB of JSON
	 * @return a copy with the attributes
	 * @throws IllegalArgumentException if the text is no JSON or too long
	 */
	public NewConversation withAttributes(String attributes) {
		return new NewConversation(ConversationForm.withAttributes(this.form, attributes));
	}

	/**
	 * Returns a copy with a messaging service.
	 * @param messagingServiceSid {@code MG} and 32 hexadecimal digits
	 * @return a copy with the messaging service
	 * @throws IllegalArgumentException if this is no SID of a messaging service
	 */
	public NewConversation withMessagingServiceSid(String messagingServiceSid) {
		return new NewConversation(ConversationForm.withMessagingServiceSid(this.form, messagingServiceSid));
	}

	/**
	 * Returns a copy with a state.
	 * @param state the state
	 * @return a copy with the state
	 * @throws IllegalArgumentException if the text of the state is blank
	 */
	public NewConversation withState(ConversationState state) {
		return new NewConversation(ConversationForm.withState(this.form, state));
	}

	/**
	 * Returns a copy with a timer that makes the conversation inactive.
	 * @param inactiveAfter how long nobody has written by then, at least 1 minute, sent
	 * in whole seconds
	 * @return a copy with the timer
	 * @throws IllegalArgumentException if the time is too short
	 */
	public NewConversation withInactiveAfter(Duration inactiveAfter) {
		return new NewConversation(ConversationForm.withInactiveAfter(this.form, inactiveAfter));
	}

	/**
	 * Returns a copy with a timer that closes the conversation.
	 * @param closedAfter how long nobody has written by then, at least 10 minutes, sent
	 * in whole seconds
	 * @return a copy with the timer
	 * @throws IllegalArgumentException if the time is too short
	 */
	public NewConversation withClosedAfter(Duration closedAfter) {
		return new NewConversation(ConversationForm.withClosedAfter(this.form, closedAfter));
	}

	/**
	 * Returns a copy with an e-mail address that the conversation is bound to.
	 * @param address the address
	 * @param name the name that is shown with the address
	 * @return a copy with the binding
	 * @throws IllegalArgumentException if the address or the name is blank
	 */
	public NewConversation withEmailBinding(String address, String name) {
		return new NewConversation(ConversationForm.withEmailBinding(this.form, address, name));
	}

	/**
	 * Returns a copy with a date of creation, for conversations that are imported.
	 * @param dateCreated the date, sent in whole seconds
	 * @return a copy with the date
	 */
	public NewConversation withDateCreated(Instant dateCreated) {
		return new NewConversation(ConversationForm.withDateCreated(this.form, dateCreated));
	}

	/**
	 * Returns a copy with a date of the last update, for conversations that are imported.
	 * @param dateUpdated the date, sent in whole seconds
	 * @return a copy with the date
	 */
	public NewConversation withDateUpdated(Instant dateUpdated) {
		return new NewConversation(ConversationForm.withDateUpdated(this.form, dateUpdated));
	}

	FormParameters form() {
		return this.form;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof NewConversation that && this.form.equals(that.form));
	}

	@Override
	public int hashCode() {
		return this.form.hashCode();
	}

	@Override
	public String toString() {
		return "NewConversation" + this.form;
	}

}
