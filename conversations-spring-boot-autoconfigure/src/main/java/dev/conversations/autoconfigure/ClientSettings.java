package dev.conversations.autoconfigure;

import java.util.function.Function;

import dev.conversations.client.TransportSettings;
import dev.conversations.client.TwilioConversations;
import dev.conversations.client.TwilioTransport;
import org.jspecify.annotations.Nullable;

/**
 * Settings of one client, checked.
 *
 * @param transport the settings of its transport, with its name
 * @param http how it connects
 * @param account returns the entry for the account that the client speaks for
 * @param chatServiceSid the chat service that it starts out in, if any
 * @param webhookEnabled whether writes call webhooks, if that is said
 */
record ClientSettings(TransportSettings transport, HttpSettings http,
		Function<TwilioTransport, TwilioConversations> account, @Nullable String chatServiceSid,
		@Nullable Boolean webhookEnabled) {

	/**
	 * Returns the entry for this client on its transport.
	 */
	TwilioConversations conversations(TwilioTransport transport) {
		TwilioConversations conversations = this.account.apply(transport);
		if (this.chatServiceSid != null) {
			conversations = conversations.inService(this.chatServiceSid);
		}
		return (this.webhookEnabled != null) ? conversations.withWebhookEnabled(this.webhookEnabled) : conversations;
	}

	@Override
	public String toString() {
		return this.transport.name();
	}

}
