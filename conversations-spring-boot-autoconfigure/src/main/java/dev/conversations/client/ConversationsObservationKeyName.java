package dev.conversations.client;

import io.micrometer.common.docs.KeyName;

/**
 * Keys of the observations of the clients. They have few values, so that they become tags
 * of meters.
 *
 * @since 0.1.0
 */
public enum ConversationsObservationKeyName implements KeyName {

	/**
	 * Name of the client.
	 */
	CLIENT("client"),

	/**
	 * Resource that the operation works on: {@code participants} or
	 * {@code conversations}.
	 */
	RESOURCE("resource"),

	/**
	 * Name of the operation's method.
	 */
	OPERATION("operation"),

	/**
	 * Outcome of the operation: {@code SUCCESS}, {@code ERROR} or {@code CANCELLED}, and
	 * {@code UNKNOWN} while it is under way.
	 */
	OUTCOME("outcome"),

	/**
	 * Twilio's code of the error if this library knows it, {@code other} if it does not,
	 * and {@code none} if there is no code.
	 */
	CODE("code");

	private final String key;

	ConversationsObservationKeyName(String key) {
		this.key = key;
	}

	@Override
	public String asString() {
		return this.key;
	}

}
