package dev.conversations.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.springframework.util.Assert;

/**
 * State of a conversation. The set is open: a state that Twilio adds keeps its text.
 * <p>
 * In JSON a state is its text.
 *
 * @param value the text that Twilio sends
 * @since 0.1.0
 * @see <a href= "https://www.twilio.com/docs/conversations/states-timers">Conversation
 * States and Timers</a>
 */
public record ConversationState(@JsonValue String value) {

	/**
	 * Nobody has written for a while; writing makes the conversation active again.
	 */
	public static final ConversationState INACTIVE = new ConversationState("inactive");

	/**
	 * Messages are exchanged.
	 */
	public static final ConversationState ACTIVE = new ConversationState("active");

	/**
	 * Nothing can be written any more, and the bindings of its participants are free.
	 */
	public static final ConversationState CLOSED = new ConversationState("closed");

	/**
	 * The conversation is being set up.
	 */
	public static final ConversationState INITIALIZING = new ConversationState("initializing");

	/**
	 * Creates a state from its text.
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ConversationState {
		Assert.notNull(value, "'value' must not be null");
	}

	/**
	 * Returns whether the conversation is open, which an inactive one is, too.
	 * @return {@code true} for every state but {@link #CLOSED}
	 */
	public boolean isOpen() {
		return !CLOSED.equals(this);
	}

	/**
	 * Finds the constant of a text, or else creates a state.
	 */
	static ConversationState of(String value) {
		return switch (value) {
			case "inactive" -> INACTIVE;
			case "active" -> ACTIVE;
			case "closed" -> CLOSED;
			case "initializing" -> INITIALIZING;
			default -> new ConversationState(value);
		};
	}

	@Override
	public String toString() {
		return this.value;
	}

}
