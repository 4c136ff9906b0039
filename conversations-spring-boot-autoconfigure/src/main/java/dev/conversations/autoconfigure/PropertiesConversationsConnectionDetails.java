package dev.conversations.autoconfigure;

import java.net.URI;

import dev.conversations.client.TwilioCredentials;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Adapts properties to {@link ConversationsConnectionDetails}. What is missing is an
 * error only when it is asked for, since an application that brings its own client needs
 * no credentials.
 *
 * @param account the account
 * @param baseUrl the base URL, which may be absent
 */
record PropertiesConversationsConnectionDetails(TwilioAccount account,
		TextProperty baseUrl) implements ConversationsConnectionDetails {

	/**
	 * Returns the connection of the default client.
	 */
	static PropertiesConversationsConnectionDetails of(TwilioProperties properties) {
		return new PropertiesConversationsConnectionDetails(TwilioAccount.of("twilio", properties),
				new TextProperty("twilio.conversations.base-url", properties.getConversations().getBaseUrl()));
	}

	@Override
	public URI getBaseUrl() {
		return this.baseUrl.isPresent() ? TwilioEndpoint.parse(this.baseUrl)
				: TwilioEndpoint.of(this.account.region(), this.account.edge());
	}

	@Override
	public @Nullable String getAccountSid() {
		return this.account.accountSid().value();
	}

	@Override
	public String getUsername() {
		return this.account.basic().first();
	}

	@Override
	public String getPassword() {
		return this.account.basic().second();
	}

	@Override
	public @Nullable OAuthClient getOAuthClient() {
		CredentialPair oauth = this.account.oauth();
		return (oauth != null) ? new OAuthClient(oauth.first(), oauth.second(), this.account.oauthTokenUri()) : null;
	}

	@Override
	public Mono<TwilioCredentials> getCredentials() {
		return Mono.fromSupplier(this::credentials);
	}

	/**
	 * Returns the credentials, which never change.
	 */
	TwilioCredentials credentials() {
		return this.account.credentials();
	}

}
