package dev.conversations.client;

/**
 * What a participant's conversations are looked up by: an identity or an address, so that
 * it is never both and never neither. The server compares exactly.
 * <p>
 * {@code toString} tells the kind and never the value.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/participant-conversation-resource">Participant
 * Conversation resource</a>
 */
public sealed interface ParticipantIdentifier {

	/**
	 * Returns the identity or the address.
	 * @return the value, which is personal data
	 */
	String value();

	/**
	 * Identifies a chat user.
	 * @param identity the identity, 1 to 256 characters
	 * @return an identifier
	 * @throws IllegalArgumentException if the identity is blank or too long
	 */
	static ParticipantIdentifier identity(String identity) {
		return new Identity(identity);
	}

	/**
	 * Identifies a participant who is no chat user.
	 * @param address the participant's address, in E.164 form or with the prefix of a
	 * channel, such as {@code whatsapp:}
	 * @return an identifier
	 * @throws IllegalArgumentException if the address is blank or begins with a space,
	 * which was a {@code +} that is missing its percent-encoding
	 */
	static ParticipantIdentifier address(String address) {
		return new Address(address);
	}

	/**
	 * Identifies a participant on WhatsApp. The prefix {@code whatsapp:} is added, unless
	 * it is there already.
	 * @param phoneNumber the participant's phone number, in E.164 form
	 * @return an identifier whose value has the prefix
	 * @throws IllegalArgumentException if the number is blank or begins with a space,
	 * which was a {@code +} that is missing its percent-encoding
	 */
	static ParticipantIdentifier whatsApp(String phoneNumber) {
		Arguments.address("phoneNumber", phoneNumber);
		return new Address(phoneNumber.startsWith("whatsapp:") ? phoneNumber : "whatsapp:" + phoneNumber);
	}

	/**
	 * The identity of a chat user.
	 *
	 * @param value the identity
	 * @since 0.1.0
	 */
	record Identity(String value) implements ParticipantIdentifier {

		/**
		 * Creates an identifier.
		 * @param value the identity
		 * @throws IllegalArgumentException if the identity is blank or too long
		 */
		public Identity {
			Arguments.identity("identity", value);
		}

		@Override
		public String toString() {
			return "Identity";
		}

	}

	/**
	 * The address of a participant on SMS, WhatsApp or another channel.
	 *
	 * @param value the address
	 * @since 0.1.0
	 */
	record Address(String value) implements ParticipantIdentifier {

		/**
		 * Creates an identifier.
		 * @param value the address
		 * @throws IllegalArgumentException if the address is blank or begins with a space
		 */
		public Address {
			Arguments.address("address", value);
		}

		@Override
		public String toString() {
			return "Address";
		}

	}

}
