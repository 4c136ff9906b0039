package dev.conversations.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * {@link ConfigurationProperties} for Twilio. The names are also those of Twilio's own
 * environment variables, such as {@code TWILIO_ACCOUNT_SID}. A blank value counts as
 * absent.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("twilio")
public class TwilioProperties implements AccountProperties {

	/**
	 * SID of the account, AC….
	 */
	private @Nullable String accountSid;

	/**
	 * Auth token of the account.
	 */
	private @Nullable String authToken;

	/**
	 * SID of an API key, SK…, used instead of the account SID and the auth token.
	 */
	private @Nullable String apiKey;

	/**
	 * Secret of the API key.
	 */
	private @Nullable String apiSecret;

	/**
	 * Region that processes and stores the data, such as ie1.
	 */
	private @Nullable String region;

	/**
	 * Edge through which Twilio is reached, such as dublin.
	 */
	private @Nullable String edge;

	@NestedConfigurationProperty
	private final OAuthProperties oauth = new OAuthProperties();

	@NestedConfigurationProperty
	private final ConversationsProperties conversations = new ConversationsProperties();

	@Override
	public @Nullable String getAccountSid() {
		return this.accountSid;
	}

	public void setAccountSid(@Nullable String accountSid) {
		this.accountSid = accountSid;
	}

	@Override
	public @Nullable String getAuthToken() {
		return this.authToken;
	}

	public void setAuthToken(@Nullable String authToken) {
		this.authToken = authToken;
	}

	@Override
	public @Nullable String getApiKey() {
		return this.apiKey;
	}

	public void setApiKey(@Nullable String apiKey) {
		this.apiKey = apiKey;
	}

	@Override
	public @Nullable String getApiSecret() {
		return this.apiSecret;
	}

	public void setApiSecret(@Nullable String apiSecret) {
		this.apiSecret = apiSecret;
	}

	@Override
	public @Nullable String getRegion() {
		return this.region;
	}

	public void setRegion(@Nullable String region) {
		this.region = region;
	}

	@Override
	public @Nullable String getEdge() {
		return this.edge;
	}

	public void setEdge(@Nullable String edge) {
		this.edge = edge;
	}

	@Override
	public OAuthProperties getOauth() {
		return this.oauth;
	}

	public ConversationsProperties getConversations() {
		return this.conversations;
	}

}
