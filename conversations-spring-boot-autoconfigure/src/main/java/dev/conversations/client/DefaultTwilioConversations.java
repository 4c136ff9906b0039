package dev.conversations.client;

import org.springframework.util.Assert;

/**
 * Entry whose views differ in their scope only.
 */
final class DefaultTwilioConversations implements TwilioConversations {

	private final ApiClient api;

	DefaultTwilioConversations(ApiClient api) {
		this.api = api;
	}

	@Override
	public ParticipantClient participants() {
		return new DefaultParticipantClient(this.api);
	}

	@Override
	public ConversationClient conversations() {
		return new DefaultConversationClient(this.api);
	}

	@Override
	public TwilioConversations inService(String chatServiceSid) {
		return new DefaultTwilioConversations(this.api.inService(chatServiceSid));
	}

	@Override
	public TwilioConversations withWebhookEnabled(boolean enabled) {
		return new DefaultTwilioConversations(this.api.withWebhookEnabled(enabled));
	}

	@Override
	public TwilioConversations forAccount(TwilioCredentials credentials) {
		Assert.notNull(credentials, "'credentials' must not be null");
		return new DefaultTwilioConversations(this.api.forAccount(credentials));
	}

}
