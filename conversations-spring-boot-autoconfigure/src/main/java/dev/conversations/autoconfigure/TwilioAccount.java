package dev.conversations.autoconfigure;

import java.net.URI;
import java.util.stream.Stream;

import dev.conversations.client.BasicCredentials;
import dev.conversations.client.OAuthCredentials;
import dev.conversations.client.TwilioCredentials;
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

	private static final URI TOKEN_URI = URI.create("https://oauth.twilio.com/v2/token");

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
	 * Returns this account with what it lacks taken from another. Credentials come from
	 * one place only, since a client's own account would otherwise be spoken for with the
	 * credentials of another.
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
	 * Returns whether there is more than the SID of the account, which alone
	 * authenticates nobody.
	 */
	boolean hasCredentials() {
		return Stream.of(this.authToken, this.apiKey, this.apiSecret, this.clientId, this.clientSecret)
			.anyMatch(TextProperty::isPresent);
	}

	/**
	 * Returns the credentials: those of OAuth 2.0 where there are any, else the API key,
	 * else the account SID and the auth token.
	 * @throws TwilioConfigurationException if there are none, or they break a rule
	 */
	TwilioCredentials credentials() {
		CredentialPair oauth = oauth();
		if (oauth != null) {
			checkSids();
			URI url = oauthTokenUri();
			return PropertyRules.apply(this.tokenUri,
					() -> new OAuthCredentials(oauth.first(), oauth.second(), url, this.accountSid.value()));
		}
		CredentialPair basic = basic();
		checkSids();
		return new BasicCredentials(basic.first(), basic.second(), this.accountSid.value());
	}

	private void checkSids() {
		this.accountSid.checkSid("AC");
		this.apiKey.checkSid("SK");
	}

	/**
	 * Returns the client credentials for OAuth 2.0, if there are any.
	 */
	@Nullable CredentialPair oauth() {
		return CredentialPair.of(this.clientId, this.clientSecret);
	}

	/**
	 * Returns the URL where access tokens are issued.
	 */
	URI oauthTokenUri() {
		return this.tokenUri.isPresent() ? TwilioEndpoint.parse(this.tokenUri) : TOKEN_URI;
	}

	/**
	 * Returns the API key where there is one, else the account SID and the auth token.
	 */
	CredentialPair basic() {
		CredentialPair apiKeyPair = CredentialPair.of(this.apiKey, this.apiSecret);
		if (apiKeyPair != null && !this.authToken.isPresent()) {
			return apiKeyPair;
		}
		CredentialPair accountPair = CredentialPair.of(this.accountSid, this.authToken);
		if (apiKeyPair != null) {
			return apiKeyPair;
		}
		if (accountPair == null) {
			throw missing();
		}
		return accountPair;
	}

	private TwilioConfigurationException missing() {
		boolean variables = this.accountSid.variable() != null;
		return new TwilioConfigurationException("There are no credentials for Twilio.",
				"""
						Set one of these pairs of properties%s:

						    %s
						    %s

						An application that defines a ParticipantClient bean of its own needs none.""".formatted(
						variables ? ", or of environment variables" : "", pair(this.accountSid, this.authToken),
						pair(this.apiKey, this.apiSecret)));
	}

	private static String pair(TextProperty one, TextProperty other) {
		String variables = (one.variable() != null) ? " (%s and %s)".formatted(one.variable(), other.variable()) : "";
		return "%s and %s".formatted(one, other) + variables;
	}

}
