package dev.conversations.client;

import org.jspecify.annotations.Nullable;

/**
 * Settings of a conversation for e-mail, as {@code withEmailBinding} of
 * {@link NewConversation} and {@link ConversationUpdate} sets them.
 * <p>
 * {@code toString} shows none of them.
 *
 * @param projectedAddress the address that e-mails of the conversation are sent from
 * @param name the name that is shown with the address
 * @since 0.1.0
 */
public record EmailBinding(@Nullable String projectedAddress, @Nullable String name) {

	@Override
	public String toString() {
		return "EmailBinding[]";
	}

}
