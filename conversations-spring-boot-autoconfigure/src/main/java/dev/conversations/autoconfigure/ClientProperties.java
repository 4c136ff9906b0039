package dev.conversations.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * Properties that every client has.
 *
 * @since 0.1.0
 */
public class ClientProperties {

	/**
	 * URL of another server, such as a proxy or a simulator, instead of Twilio's.
	 */
	private @Nullable String baseUrl;

	/**
	 * SID of the chat service that the client starts out in, IS….
	 */
	private @Nullable String chatServiceSid;

	/**
	 * Whether writes call webhooks. Left to Twilio unless set.
	 */
	private @Nullable Boolean webhookEnabled;

	/**
	 * Whether credentials may be sent over plain http to a host other than loopback.
	 */
	private Boolean allowInsecure = false;

	/**
	 * Requests that may be under way at once. Defaults to 'http.max-connections'.
	 */
	private @Nullable Integer maxConcurrentRequests;

	/**
	 * Writes that are sent to a conversation in a second. Unlimited unless set.
	 */
	private @Nullable Integer writesPerSecond;

	@NestedConfigurationProperty
	private final RetryProperties retry = new RetryProperties();

	@NestedConfigurationProperty
	private final PagingProperties paging = new PagingProperties();

	@NestedConfigurationProperty
	private final HttpProperties http = new HttpProperties();

	public @Nullable String getBaseUrl() {
		return this.baseUrl;
	}

	public void setBaseUrl(@Nullable String baseUrl) {
		this.baseUrl = baseUrl;
	}

	public @Nullable String getChatServiceSid() {
		return this.chatServiceSid;
	}

	public void setChatServiceSid(@Nullable String chatServiceSid) {
		this.chatServiceSid = chatServiceSid;
	}

	public @Nullable Boolean getWebhookEnabled() {
		return this.webhookEnabled;
	}

	public void setWebhookEnabled(@Nullable Boolean webhookEnabled) {
		this.webhookEnabled = webhookEnabled;
	}

	public Boolean getAllowInsecure() {
		return this.allowInsecure;
	}

	public void setAllowInsecure(Boolean allowInsecure) {
		this.allowInsecure = allowInsecure;
	}

	public @Nullable Integer getMaxConcurrentRequests() {
		return this.maxConcurrentRequests;
	}

	public void setMaxConcurrentRequests(@Nullable Integer maxConcurrentRequests) {
		this.maxConcurrentRequests = maxConcurrentRequests;
	}

	public @Nullable Integer getWritesPerSecond() {
		return this.writesPerSecond;
	}

	public void setWritesPerSecond(@Nullable Integer writesPerSecond) {
		this.writesPerSecond = writesPerSecond;
	}

	public RetryProperties getRetry() {
		return this.retry;
	}

	public PagingProperties getPaging() {
		return this.paging;
	}

	public HttpProperties getHttp() {
		return this.http;
	}

}
