package dev.conversations.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * Client credentials for OAuth 2.0 (RFC 6749, section 4.4).
 *
 * @since 0.1.0
 * @see <a href="https://www.twilio.com/docs/iam/oauth-apps/oauth-access-token">OAuth
 * Token API</a>
 */
public class OAuthProperties {

	/**
	 * Client ID of an OAuth app, OQ…, used instead of all other credentials.
	 */
	private @Nullable String clientId;

	/**
	 * Client secret of the OAuth app.
	 */
	private @Nullable String clientSecret;

	/**
	 * URL where access tokens are issued.
	 */
	private @Nullable String tokenUri;

	public @Nullable String getClientId() {
		return this.clientId;
	}

	public void setClientId(@Nullable String clientId) {
		this.clientId = clientId;
	}

	public @Nullable String getClientSecret() {
		return this.clientSecret;
	}

	public void setClientSecret(@Nullable String clientSecret) {
		this.clientSecret = clientSecret;
	}

	public @Nullable String getTokenUri() {
		return this.tokenUri;
	}

	public void setTokenUri(@Nullable String tokenUri) {
		this.tokenUri = tokenUri;
	}

}
