package dev.conversations.client;

import org.jspecify.annotations.Nullable;

/**
 * How a participant exchanges messages with a conversation. Only what is set is sent.
 * <p>
 * {@code toString} shows the type only.
 *
 * @param type the channel as open text: {@code sms}, {@code whatsapp}, {@code rcs} and
 * others
 * @param address the participant's address
 * @param proxyAddress the Twilio address that the participant is in contact with
 * @param projectedAddress the Twilio phone number that stands for the participant in a
 * Group MMS
 * @param level the level of the binding
 * @param name the name that the channel knows
 * @since 0.1.0
 */
public record MessagingBinding(@Nullable String type, @Nullable String address, @Nullable String proxyAddress,
		@Nullable String projectedAddress, @Nullable String level, @Nullable String name) {

	@Override
	public String toString() {
		return "MessagingBinding[type=%s]".formatted(this.type);
	}

}
