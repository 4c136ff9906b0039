package dev.conversations.client;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Settings of a {@link ParticipantClient}.
 *
 * @param baseUrl where the paths of the API, which begin with {@code /v1}, are appended:
 * {@code http} or {@code https} with a host and maybe a path
 * @param credentials asked for the credentials of each request
 * @param chatServiceSid the chat service that the client starts out in, {@code IS…}
 * @param webhookEnabled whether writes call webhooks, or {@code null} to leave that to
 * Twilio
 * @param pageSize the size of a page, 1 to 100, or {@code null} for the maximum of each
 * list; a list with a smaller maximum uses that
 * @param readAhead whether the next page is requested while this one is consumed
 * @param maxEmptyPages how many pages in a row may be empty, 0 or more
 * @param responseTimeout how long one attempt may take, from its subscription to the end
 * of its body
 * @param maxInMemorySize how large a body may be, in bytes
 * @param retry how often and how soon a request is sent again
 * @param maxConcurrentRequests how many requests are under way at most, 1 or more; no
 * more than there are connections, since a connection that is waited for counts towards
 * the response time-out
 * @param writesPerSecond how many writes are sent to a conversation in a second, 1 or
 * more, or {@code null} for no limit
 * @param observationRegistry observes operations and their requests
 * @since 0.1.0
 */
public record ParticipantClientSettings(URI baseUrl, Supplier<TwilioCredentials> credentials,
		@Nullable String chatServiceSid, @Nullable Boolean webhookEnabled, @Nullable Integer pageSize,
		boolean readAhead, int maxEmptyPages, Duration responseTimeout, int maxInMemorySize, RetrySettings retry,
		int maxConcurrentRequests, @Nullable Integer writesPerSecond, ObservationRegistry observationRegistry) {

	private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(30);

	private static final int MAX_EMPTY_PAGES = 100;

	private static final int MAX_IN_MEMORY_SIZE = 16 * 1024 * 1024;

	private static final int MAX_CONCURRENT_REQUESTS = 100;

	/**
	 * Creates settings.
	 * @throws IllegalArgumentException if a value is out of its range
	 */
	public ParticipantClientSettings {
		Assert.notNull(credentials, "'credentials' must not be null");
		baseUrl = withoutTrailingSlash(Arguments.url("baseUrl", baseUrl));
		if (chatServiceSid != null) {
			Arguments.sid("chatServiceSid", "IS", chatServiceSid);
		}
		Assert.isTrue(pageSize == null || (pageSize >= 1 && pageSize <= Paging.MAX_PAGE_SIZE),
				"'pageSize' must be between 1 and 100");
		Assert.isTrue(maxEmptyPages >= 0, "'maxEmptyPages' must not be negative");
		Assert.isTrue(!responseTimeout.isNegative() && !responseTimeout.isZero(), "'responseTimeout' must be positive");
		Arguments.time("responseTimeout", responseTimeout);
		Assert.isTrue(maxInMemorySize > 0, "'maxInMemorySize' must be positive");
		Assert.notNull(retry, "'retry' must not be null");
		Assert.notNull(observationRegistry, "'observationRegistry' must not be null");
		Assert.isTrue(maxConcurrentRequests > 0, "'maxConcurrentRequests' must be positive");
		Assert.isTrue(writesPerSecond == null || writesPerSecond > 0, "'writesPerSecond' must be positive");
	}

	/**
	 * Creates settings with the defaults of this library.
	 * @param baseUrl where the paths of the API are appended
	 * @param credentials asked for the credentials of each request
	 * @return settings
	 */
	public static ParticipantClientSettings of(URI baseUrl, Supplier<TwilioCredentials> credentials) {
		return new ParticipantClientSettings(baseUrl, credentials, null, null, null, true, MAX_EMPTY_PAGES,
				RESPONSE_TIMEOUT, MAX_IN_MEMORY_SIZE, RetrySettings.defaults(), MAX_CONCURRENT_REQUESTS, null,
				ObservationRegistry.NOOP);
	}

	/**
	 * Returns a copy that starts out in a chat service.
	 * @param chatServiceSid the chat service, {@code IS…}, or {@code null} for none
	 * @return a copy with the chat service
	 */
	public ParticipantClientSettings withChatServiceSid(@Nullable String chatServiceSid) {
		return new ParticipantClientSettings(this.baseUrl, this.credentials, chatServiceSid, this.webhookEnabled,
				this.pageSize, this.readAhead, this.maxEmptyPages, this.responseTimeout, this.maxInMemorySize,
				this.retry, this.maxConcurrentRequests, this.writesPerSecond, this.observationRegistry);
	}

	/**
	 * Returns a copy with a default for webhooks.
	 * @param webhookEnabled whether writes call webhooks, or {@code null} to leave that
	 * to Twilio
	 * @return a copy with the default
	 */
	public ParticipantClientSettings withWebhookEnabled(@Nullable Boolean webhookEnabled) {
		return new ParticipantClientSettings(this.baseUrl, this.credentials, this.chatServiceSid, webhookEnabled,
				this.pageSize, this.readAhead, this.maxEmptyPages, this.responseTimeout, this.maxInMemorySize,
				this.retry, this.maxConcurrentRequests, this.writesPerSecond, this.observationRegistry);
	}

	/**
	 * Returns a copy with a page size.
	 * @param pageSize the size of a page, 1 to 100, or {@code null} for the maximum of
	 * each list
	 * @return a copy with the page size
	 */
	public ParticipantClientSettings withPageSize(@Nullable Integer pageSize) {
		return new ParticipantClientSettings(this.baseUrl, this.credentials, this.chatServiceSid, this.webhookEnabled,
				pageSize, this.readAhead, this.maxEmptyPages, this.responseTimeout, this.maxInMemorySize, this.retry,
				this.maxConcurrentRequests, this.writesPerSecond, this.observationRegistry);
	}

	/**
	 * Returns a copy that turns read-ahead on or off.
	 * @param readAhead whether the next page is requested while this one is consumed
	 * @return a copy with or without read-ahead
	 */
	public ParticipantClientSettings withReadAhead(boolean readAhead) {
		return new ParticipantClientSettings(this.baseUrl, this.credentials, this.chatServiceSid, this.webhookEnabled,
				this.pageSize, readAhead, this.maxEmptyPages, this.responseTimeout, this.maxInMemorySize, this.retry,
				this.maxConcurrentRequests, this.writesPerSecond, this.observationRegistry);
	}

	/**
	 * Returns a copy with a limit of empty pages.
	 * @param maxEmptyPages how many pages in a row may be empty, 0 or more
	 * @return a copy with the limit
	 */
	public ParticipantClientSettings withMaxEmptyPages(int maxEmptyPages) {
		return new ParticipantClientSettings(this.baseUrl, this.credentials, this.chatServiceSid, this.webhookEnabled,
				this.pageSize, this.readAhead, maxEmptyPages, this.responseTimeout, this.maxInMemorySize, this.retry,
				this.maxConcurrentRequests, this.writesPerSecond, this.observationRegistry);
	}

	/**
	 * Returns a copy with a time-out.
	 * @param responseTimeout how long one attempt may take
	 * @return a copy with the time-out
	 */
	public ParticipantClientSettings withResponseTimeout(Duration responseTimeout) {
		return new ParticipantClientSettings(this.baseUrl, this.credentials, this.chatServiceSid, this.webhookEnabled,
				this.pageSize, this.readAhead, this.maxEmptyPages, responseTimeout, this.maxInMemorySize, this.retry,
				this.maxConcurrentRequests, this.writesPerSecond, this.observationRegistry);
	}

	/**
	 * Returns a copy with a limit of memory.
	 * @param maxInMemorySize how large a body may be, in bytes
	 * @return a copy with the limit
	 */
	public ParticipantClientSettings withMaxInMemorySize(int maxInMemorySize) {
		return new ParticipantClientSettings(this.baseUrl, this.credentials, this.chatServiceSid, this.webhookEnabled,
				this.pageSize, this.readAhead, this.maxEmptyPages, this.responseTimeout, maxInMemorySize, this.retry,
				this.maxConcurrentRequests, this.writesPerSecond, this.observationRegistry);
	}

	/**
	 * Returns a copy with rules for sending a request again.
	 * @param retry how often and how soon a request is sent again
	 * @return a copy with rules for sending a request again
	 */
	public ParticipantClientSettings withRetry(RetrySettings retry) {
		return new ParticipantClientSettings(this.baseUrl, this.credentials, this.chatServiceSid, this.webhookEnabled,
				this.pageSize, this.readAhead, this.maxEmptyPages, this.responseTimeout, this.maxInMemorySize, retry,
				this.maxConcurrentRequests, this.writesPerSecond, this.observationRegistry);
	}

	/**
	 * Returns a copy with a limit of requests.
	 * @param maxConcurrentRequests how many requests are under way at most, 1 or more
	 * @return a copy with a limit of requests
	 */
	public ParticipantClientSettings withMaxConcurrentRequests(int maxConcurrentRequests) {
		return new ParticipantClientSettings(this.baseUrl, this.credentials, this.chatServiceSid, this.webhookEnabled,
				this.pageSize, this.readAhead, this.maxEmptyPages, this.responseTimeout, this.maxInMemorySize,
				this.retry, maxConcurrentRequests, this.writesPerSecond, this.observationRegistry);
	}

	/**
	 * Returns a copy with a pace of writes.
	 * @param writesPerSecond how many writes are sent to a conversation in a second, or
	 * {@code null} for no limit
	 * @return a copy with a pace of writes
	 */
	public ParticipantClientSettings withWritesPerSecond(@Nullable Integer writesPerSecond) {
		return new ParticipantClientSettings(this.baseUrl, this.credentials, this.chatServiceSid, this.webhookEnabled,
				this.pageSize, this.readAhead, this.maxEmptyPages, this.responseTimeout, this.maxInMemorySize,
				this.retry, this.maxConcurrentRequests, writesPerSecond, this.observationRegistry);
	}

	/**
	 * Returns a copy that is observed.
	 * @param observationRegistry observes operations and their requests
	 * @return a copy that is observed
	 */
	public ParticipantClientSettings withObservationRegistry(ObservationRegistry observationRegistry) {
		return new ParticipantClientSettings(this.baseUrl, this.credentials, this.chatServiceSid, this.webhookEnabled,
				this.pageSize, this.readAhead, this.maxEmptyPages, this.responseTimeout, this.maxInMemorySize,
				this.retry, this.maxConcurrentRequests, this.writesPerSecond, observationRegistry);
	}

	private static URI withoutTrailingSlash(URI url) {
		return url.toString().endsWith("/")
				? withoutTrailingSlash(URI.create(url.toString().substring(0, url.toString().length() - 1))) : url;
	}

}
