package dev.conversations.test;

import org.jspecify.annotations.Nullable;

/**
 * The part of a conversation's state that its users write and the API only keeps.
 *
 * @param uniqueName the unique name
 * @param friendlyName the friendly name
 * @param attributes the attributes as JSON text
 * @param messagingServiceSid the SID of the messaging service
 * @param email the binding to an e-mail address
 */
record ConversationContent(@Nullable String uniqueName, @Nullable String friendlyName, String attributes,
		@Nullable String messagingServiceSid, EmailBinding email) {

	static final ConversationContent EMPTY = new ConversationContent(null, null, "{}", null, EmailBinding.NONE);

	@Override
	public String toString() {
		return "ConversationContent";
	}

	/**
	 * A binding to an e-mail address.
	 *
	 * @param address the address
	 * @param name the name that goes with it
	 */
	record EmailBinding(@Nullable String address, @Nullable String name) {

		static final EmailBinding NONE = new EmailBinding(null, null);

		@Override
		public String toString() {
			return "EmailBinding";
		}

	}

}
