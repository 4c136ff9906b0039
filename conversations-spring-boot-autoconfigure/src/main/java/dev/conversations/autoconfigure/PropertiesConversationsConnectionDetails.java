package dev.conversations.autoconfigure;

import java.net.URI;

import org.jspecify.annotations.Nullable;

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

	private static final URI TOKEN_URI = URI.create("https://oauth.twilio.com/v2/token");

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
		return this.account.basic().username();
	}

	@Override
	public String getPassword() {
		return this.account.basic().password();
	}

	@Override
	public @Nullable OAuthClient getOAuthClient() {
		UsernamePassword oauth = this.account.oauth();
		TextProperty tokenUri = this.account.tokenUri();
		return (oauth != null) ? new OAuthClient(oauth.username(), oauth.password(),
				tokenUri.isPresent() ? TwilioEndpoint.parse(tokenUri) : TOKEN_URI) : null;
	}

}
