package dev.conversations.client;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * Client credentials for OAuth 2.0 (RFC 6749, section 4.4). The client fetches an access
 * token with them, shares it between its requests, and renews it before it expires, or
 * once when Twilio refuses it.
 * <p>
 * {@code toString} shows none of them.
 *
 * @param clientId the client ID of an OAuth app
 * @param clientSecret the client secret of the OAuth app
 * @param tokenUri where access tokens are issued
 * @param accountSid the account SID where it is known
 * @since 0.1.0
 * @see <a href="https://www.twilio.com/docs/iam/oauth-apps/oauth-access-token">OAuth
 * Token API</a>
 */
public record OAuthCredentials(String clientId, String clientSecret, URI tokenUri,
		@Nullable String accountSid) implements TwilioCredentials {

	/**
	 * Creates credentials.
	 * @throws IllegalArgumentException if the client ID, the client secret or the account
	 * SID is blank, or the URL is none of {@code http} or {@code https} with a host
	 * alone, a port and a path
	 */
	public OAuthCredentials {
		Arguments.text("clientId", clientId);
		Arguments.text("clientSecret", clientSecret);
		Arguments.textOrNull("accountSid", accountSid);
		Arguments.url("tokenUri", tokenUri);
	}

	@Override
	public String owner() {
		return (this.accountSid != null) ? this.accountSid : this.clientId;
	}

	@Override
	public String toString() {
		return "OAuthCredentials";
	}

}
