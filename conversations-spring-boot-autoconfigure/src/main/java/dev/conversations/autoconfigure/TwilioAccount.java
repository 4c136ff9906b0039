package dev.conversations.autoconfigure;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The account that a client speaks for, and the region and edge where it does.
 *
 * @param accountSid the SID of the account
 * @param authToken the auth token of the account
 * @param apiKey the SID of an API key
 * @param apiSecret the secret of the API key
 * @param clientId the client ID of an OAuth app
 * @param clientSecret the client secret of the OAuth app
 * @param tokenUri where access tokens are issued
 * @param region the region
 * @param edge the edge
 */
record TwilioAccount(TextProperty accountSid, TextProperty authToken, TextProperty apiKey, TextProperty apiSecret,
		TextProperty clientId, TextProperty clientSecret, TextProperty tokenUri, TextProperty region,
		TextProperty edge) {

	static TwilioAccount of(String prefix, AccountProperties properties) {
		OAuthProperties oauth = properties.getOauth();
		return new TwilioAccount(new TextProperty(prefix + ".account-sid", properties.getAccountSid()),
				new TextProperty(prefix + ".auth-token", properties.getAuthToken()),
				new TextProperty(prefix + ".api-key", properties.getApiKey()),
				new TextProperty(prefix + ".api-secret", properties.getApiSecret()),
				new TextProperty(prefix + ".oauth.client-id", oauth.getClientId()),
				new TextProperty(prefix + ".oauth.client-secret", oauth.getClientSecret()),
				new TextProperty(prefix + ".oauth.token-uri", oauth.getTokenUri()),
				new TextProperty(prefix + ".region", properties.getRegion()),
				new TextProperty(prefix + ".edge", properties.getEdge()));
	}

	/**
	 * Takes over what is absent. Credentials come from one place only, since a client's
	 * own account would otherwise be spoken for with the credentials of another.
	 */
	TwilioAccount inherit(TwilioAccount parent) {
		boolean own = hasCredentials() || this.accountSid.isPresent() || !parent.hasCredentials();
		TwilioAccount source = own ? this : parent;
		return new TwilioAccount(this.accountSid.orElse(parent.accountSid), source.authToken, source.apiKey,
				source.apiSecret, source.clientId, source.clientSecret, this.tokenUri.orElse(parent.tokenUri),
				this.region.orElse(parent.region), this.edge.orElse(parent.edge));
	}

	boolean isEmpty() {
		return !hasCredentials()
				&& Stream.of(this.accountSid, this.tokenUri, this.region, this.edge).noneMatch(TextProperty::isPresent);
	}

	/**
	 * Whether there is more than the SID of the account, which alone authenticates
	 * nobody.
	 */
	boolean hasCredentials() {
		return Stream.of(this.authToken, this.apiKey, this.apiSecret, this.clientId, this.clientSecret)
			.anyMatch(TextProperty::isPresent);
	}

	/**
	 * The client credentials for OAuth 2.0, if there are any.
	 */
	@Nullable UsernamePassword oauth() {
		return UsernamePassword.of(this.clientId, this.clientSecret);
	}

	/**
	 * The API key where there is one, else the account SID and the auth token.
	 */
	UsernamePassword basic() {
		UsernamePassword apiKey = UsernamePassword.of(this.apiKey, this.apiSecret);
		if (apiKey != null && !this.authToken.isPresent()) {
			return apiKey;
		}
		UsernamePassword account = UsernamePassword.of(this.accountSid, this.authToken);
		if (apiKey != null) {
			return apiKey;
		}
		if (account == null) {
			throw missing();
		}
		return account;
	}

	private TwilioConfigurationException missing() {
		return new TwilioConfigurationException("There are no credentials for Twilio.",
				"""
						Set one of these pairs of properties, or of environment variables:

						    %s and %s (%s and %s)
						    %s and %s (%s and %s)

						An application that defines a ParticipantClient bean of its own needs none.""".formatted(
						this.accountSid, this.authToken, this.accountSid.variable(), this.authToken.variable(),
						this.apiKey, this.apiSecret, this.apiKey.variable(), this.apiSecret.variable()));
	}

}
