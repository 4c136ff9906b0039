package dev.conversations.client;

/**
 * Credentials that requests are sent with. They may change from one request to the next.
 *
 * @since 0.1.0
 */
public sealed interface TwilioCredentials permits BasicCredentials, OAuthCredentials {

	/**
	 * Returns what page cursors are keyed with, which stay valid as long as it is the
	 * same.
	 * @return the SID of the account where it is known, else that of the API key or the
	 * client ID
	 */
	String owner();

}
