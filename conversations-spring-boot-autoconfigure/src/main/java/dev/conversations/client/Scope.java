package dev.conversations.client;

import org.jspecify.annotations.Nullable;

/**
 * Choices that distinguish the views of one account.
 *
 * @param chatServiceSid the chat service, {@code IS…}, or {@code null} for none
 * @param webhookEnabled whether writes call webhooks, or {@code null} to leave that to
 * Twilio
 */
record Scope(@Nullable String chatServiceSid, @Nullable Boolean webhookEnabled) {

	static final Scope ACCOUNT = new Scope(null, null);

	Scope inService(String chatServiceSid) {
		return new Scope(Sid.check("chatServiceSid", Sid.CHAT_SERVICE, chatServiceSid), this.webhookEnabled);
	}

	Scope withWebhookEnabled(boolean enabled) {
		return new Scope(this.chatServiceSid, enabled);
	}

	/**
	 * Returns the same choices without the chat service, which belongs to one account.
	 */
	Scope outsideOfServices() {
		return new Scope(null, this.webhookEnabled);
	}

	/**
	 * Returns the path below which the resources are.
	 */
	ResourcePath root() {
		return (this.chatServiceSid != null)
				? ResourcePath.ROOT.append("Services", "ChatServiceSid", this.chatServiceSid) : ResourcePath.ROOT;
	}

}
