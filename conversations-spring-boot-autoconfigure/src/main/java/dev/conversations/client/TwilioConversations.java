package dev.conversations.client;

/**
 * Entry to Twilio Conversations for one account. It gives a client for each resource, and
 * views of itself.
 * <p>
 * All clients and views of one account share its limits: the gate for requests, the pace
 * of writes and the access token, whichever of them was asked first. Connections belong
 * to a {@link TwilioTransport} and are shared by all accounts. Everything here is
 * immutable and cheap enough to be made for each request.
 *
 * @since 0.1.0
 * @see <a href="https://www.twilio.com/docs/conversations">Twilio Conversations</a>
 */
public interface TwilioConversations {

	/**
	 * Returns the client for participants and their conversations.
	 * @return a client in the scope of this view
	 */
	ParticipantClient participants();

	/**
	 * Returns the client for conversations.
	 * @return a client in the scope of this view
	 */
	ConversationClient conversations();

	/**
	 * Returns a view in a chat service.
	 * @param chatServiceSid the SID of the chat service, {@code IS…}
	 * @return a view of the same account
	 * @throws IllegalArgumentException if this is no SID of a chat service
	 */
	TwilioConversations inService(String chatServiceSid);

	/**
	 * Returns a view that says whether writes call webhooks.
	 * @param enabled whether Twilio calls the webhooks of creates, updates and deletes
	 * @return a view of the same account
	 */
	TwilioConversations withWebhookEnabled(boolean enabled);

	/**
	 * Returns the entry for another account on the same connections, as for tenants that
	 * are known at run time only. It is in no chat service, as services belong to an
	 * account. An account's limits are remembered as long as it is in use, so that it
	 * does no harm to call this method anew for each request.
	 * @param credentials the credentials of the other account; they should have the SID
	 * of the account, since all credentials with one SID share its limits
	 * @return the entry for the other account
	 */
	TwilioConversations forAccount(TwilioCredentials credentials);

}
