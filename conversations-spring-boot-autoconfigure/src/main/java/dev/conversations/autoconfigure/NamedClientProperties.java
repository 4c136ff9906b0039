package dev.conversations.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * Properties of a client beside the default one. What is not set is inherited.
 *
 * @since 0.1.0
 */
public class NamedClientProperties extends ClientProperties implements AccountProperties {

	/**
	 * SID of the account, AC….
	 */
	private @Nullable String accountSid;

	/**
	 * Auth token of the account.
	 */
	private @Nullable String authToken;

	/**
	 * SID of an API key, SK….
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

}
