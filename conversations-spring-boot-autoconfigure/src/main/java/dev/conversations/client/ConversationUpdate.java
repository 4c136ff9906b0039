package dev.conversations.client;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Changes to a conversation. What is not set stays as it is.
 * <p>
 * Instances are immutable. {@code toString} names the parameters that are set and none of
 * their values.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/conversation-resource">Conversation
 * resource</a>
 */
public final class ConversationUpdate {

	private final FormParameters form;

	private ConversationUpdate(FormParameters form) {
		this.form = form;
	}

	/**
	 * Creates an update that changes nothing yet.
	 * @return an empty update
	 */
	public static ConversationUpdate create() {
		return new ConversationUpdate(FormParameters.empty());
	}

	/**
	 * Returns a copy that sets a readable name.
	 * @param friendlyName the name, 1 to 256 characters
	 * @return a copy with the name
	 * @throws IllegalArgumentException if the name is blank or too long
	 */
	public ConversationUpdate withFriendlyName(String friendlyName) {
		return new ConversationUpdate(ConversationForm.withFriendlyName(this.form, friendlyName));
	}

	/**
	 * Returns a copy that sets a name by which the conversation can be addressed in the
	 * place of its SID.
	 * @param uniqueName the name, unique in the account or the chat service
	 * @return a copy with the name
	 * @throws IllegalArgumentException if the name is blank, {@code .} or {@code ..}
	 */
	public ConversationUpdate withUniqueName(String uniqueName) {
		return new ConversationUpdate(ConversationForm.withUniqueName(this.form, uniqueName));
	}

	/**
	 * Returns a copy that sets metadata of the application.
	 * @param attributes the text, at most 16 KB of JSON
	 * @return a copy with the attributes
	 * @throws IllegalArgumentException if the text is no JSON or too long
	 */
	public ConversationUpdate withAttributes(String attributes) {
		return new ConversationUpdate(ConversationForm.withAttributes(this.form, attributes));
	}

	/**
	 * Returns a copy that sets a messaging service.
	 * @param messagingServiceSid {@code MG} and 32 hexadecimal digits
	 * @return a copy with the messaging service
	 * @throws IllegalArgumentException if this is no SID of a messaging service
	 */
	public ConversationUpdate withMessagingServiceSid(String messagingServiceSid) {
		return new ConversationUpdate(ConversationForm.withMessagingServiceSid(this.form, messagingServiceSid));
	}

	/**
	 * Returns a copy that sets a state.
	 * @param state the state
	 * @return a copy with the state
	 * @throws IllegalArgumentException if the text of the state is blank
	 */
	public ConversationUpdate withState(ConversationState state) {
		return new ConversationUpdate(ConversationForm.withState(this.form, state));
	}

	/**
	 * Returns a copy that sets a timer that makes the conversation inactive.
	 * @param inactiveAfter how long nobody has written by then, at least 1 minute, sent
	 * in whole seconds
	 * @return a copy with the timer
	 * @throws IllegalArgumentException if the time is too short
	 */
	public ConversationUpdate withInactiveAfter(Duration inactiveAfter) {
		return new ConversationUpdate(ConversationForm.withInactiveAfter(this.form, inactiveAfter));
	}

	/**
	 * Returns a copy that sets a timer that closes the conversation.
	 * @param closedAfter how long nobody has written by then, at least 10 minutes, sent
	 * in whole seconds
	 * @return a copy with the timer
	 * @throws IllegalArgumentException if the time is too short
	 */
	public ConversationUpdate withClosedAfter(Duration closedAfter) {
		return new ConversationUpdate(ConversationForm.withClosedAfter(this.form, closedAfter));
	}

	/**
	 * Returns a copy that sets an e-mail address that the conversation is bound to.
	 * @param address the address
	 * @param name the name that is shown with the address
	 * @return a copy with the binding
	 * @throws IllegalArgumentException if the address or the name is blank
	 */
	public ConversationUpdate withEmailBinding(String address, String name) {
		return new ConversationUpdate(ConversationForm.withEmailBinding(this.form, address, name));
	}

	/**
	 * Returns a copy that sets a date of creation, for conversations that are imported.
	 * @param dateCreated the date, sent in whole seconds
	 * @return a copy with the date
	 */
	public ConversationUpdate withDateCreated(Instant dateCreated) {
		return new ConversationUpdate(ConversationForm.withDateCreated(this.form, dateCreated));
	}

	/**
	 * Returns a copy that sets a date of the last update, for conversations that are
	 * imported.
	 * @param dateUpdated the date, sent in whole seconds
	 * @return a copy with the date
	 */
	public ConversationUpdate withDateUpdated(Instant dateUpdated) {
		return new ConversationUpdate(ConversationForm.withDateUpdated(this.form, dateUpdated));
	}

	FormParameters form() {
		return this.form;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof ConversationUpdate that && this.form.equals(that.form));
	}

	@Override
	public int hashCode() {
		return this.form.hashCode();
	}

	@Override
	public String toString() {
		return "ConversationUpdate" + this.form;
	}

}
