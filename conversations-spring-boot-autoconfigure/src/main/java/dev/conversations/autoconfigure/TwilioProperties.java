package dev.conversations.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * {@link ConfigurationProperties} for Twilio. The names are also those of Twilio's own
 * environment variables, such as {@code TWILIO_ACCOUNT_SID}. A blank value counts as
 * absent.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("twilio")
public class TwilioProperties {

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

	private final Conversations conversations = new Conversations();

	public @Nullable String getAccountSid() {
		return this.accountSid;
	}

	public void setAccountSid(@Nullable String accountSid) {
		this.accountSid = accountSid;
	}

	public @Nullable String getAuthToken() {
		return this.authToken;
	}

	public void setAuthToken(@Nullable String authToken) {
		this.authToken = authToken;
	}

	public @Nullable String getApiKey() {
		return this.apiKey;
	}

	public void setApiKey(@Nullable String apiKey) {
		this.apiKey = apiKey;
	}

	public @Nullable String getApiSecret() {
		return this.apiSecret;
	}

	public void setApiSecret(@Nullable String apiSecret) {
		this.apiSecret = apiSecret;
	}

	public @Nullable String getRegion() {
		return this.region;
	}

	public void setRegion(@Nullable String region) {
		this.region = region;
	}

	public @Nullable String getEdge() {
		return this.edge;
	}

	public void setEdge(@Nullable String edge) {
		this.edge = edge;
	}

	public Conversations getConversations() {
		return this.conversations;
	}

	/**
	 * Properties of the Conversations API.
	 *
	 * @since 0.1.0
	 */
	public static class Conversations {

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
		private boolean allowInsecure;

		/**
		 * Requests that may be under way at once. Defaults to 'http.max-connections'.
		 */
		private @Nullable Integer maxConcurrentRequests;

		/**
		 * Writes that are sent to a conversation in a second. Unlimited unless set.
		 */
		private @Nullable Integer writesPerSecond;

		private final Paging paging = new Paging();

		private final Retry retry = new Retry();

		private final Http http = new Http();

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

		public boolean isAllowInsecure() {
			return this.allowInsecure;
		}

		public void setAllowInsecure(boolean allowInsecure) {
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

		public Retry getRetry() {
			return this.retry;
		}

		public Paging getPaging() {
			return this.paging;
		}

		public Http getHttp() {
			return this.http;
		}

	}

	/**
	 * How lists are read.
	 *
	 * @since 0.1.0
	 */
	public static class Paging {

		/**
		 * Records a page holds, 1 to 100; each list uses the smaller of this and its
		 * maximum, which is 50 for conversations and 100 for participants and also the
		 * default.
		 */
		private @Nullable Integer pageSize;

		/**
		 * Whether the next page is requested while one is consumed.
		 */
		private boolean readAhead = true;

		/**
		 * Pages in a row that may be empty.
		 */
		private int maxEmptyPages = 100;

		public @Nullable Integer getPageSize() {
			return this.pageSize;
		}

		public void setPageSize(@Nullable Integer pageSize) {
			this.pageSize = pageSize;
		}

		public boolean isReadAhead() {
			return this.readAhead;
		}

		public void setReadAhead(boolean readAhead) {
			this.readAhead = readAhead;
		}

		public int getMaxEmptyPages() {
			return this.maxEmptyPages;
		}

		public void setMaxEmptyPages(int maxEmptyPages) {
			this.maxEmptyPages = maxEmptyPages;
		}

	}

	/**
	 * How often and how soon a request is sent again.
	 *
	 * @since 0.1.0
	 */
	public static class Retry {

		/**
		 * How often a request is sent at most, the first attempt included.
		 */
		private int maxAttempts = 4;

		/**
		 * Bound of the first back-off, which doubles with each further one.
		 */
		private Duration minBackoff = Duration.ofMillis(100);

		/**
		 * Largest bound of a back-off.
		 */
		private Duration maxBackoff = Duration.ofSeconds(10);

		/**
		 * Longest Retry-After that is obeyed; a longer one is an error at once.
		 */
		private Duration maxRetryAfter = Duration.ofSeconds(60);

		public int getMaxAttempts() {
			return this.maxAttempts;
		}

		public void setMaxAttempts(int maxAttempts) {
			this.maxAttempts = maxAttempts;
		}

		public Duration getMinBackoff() {
			return this.minBackoff;
		}

		public void setMinBackoff(Duration minBackoff) {
			this.minBackoff = minBackoff;
		}

		public Duration getMaxBackoff() {
			return this.maxBackoff;
		}

		public void setMaxBackoff(Duration maxBackoff) {
			this.maxBackoff = maxBackoff;
		}

		public Duration getMaxRetryAfter() {
			return this.maxRetryAfter;
		}

		public void setMaxRetryAfter(Duration maxRetryAfter) {
			this.maxRetryAfter = maxRetryAfter;
		}

	}

	/**
	 * How requests are sent.
	 *
	 * @since 0.1.0
	 */
	public static class Http {

		/**
		 * How long it may take to connect. Defaults to that of 'spring.http.clients' or
		 * else to 5s.
		 */
		private @Nullable Duration connectTimeout;

		/**
		 * How long one attempt may take, its body included.
		 */
		private Duration responseTimeout = Duration.ofSeconds(30);

		/**
		 * Whether answers may be compressed.
		 */
		private boolean compression = true;

		/**
		 * Connections that may be open at once.
		 */
		private int maxConnections = 100;

		/**
		 * How long a connection may be idle before it is closed.
		 */
		private Duration maxIdleTime = Duration.ofSeconds(20);

		/**
		 * How large an answer may be.
		 */
		private DataSize maxInMemorySize = DataSize.ofMegabytes(16);

		public @Nullable Duration getConnectTimeout() {
			return this.connectTimeout;
		}

		public void setConnectTimeout(@Nullable Duration connectTimeout) {
			this.connectTimeout = connectTimeout;
		}

		public Duration getResponseTimeout() {
			return this.responseTimeout;
		}

		public void setResponseTimeout(Duration responseTimeout) {
			this.responseTimeout = responseTimeout;
		}

		public boolean isCompression() {
			return this.compression;
		}

		public void setCompression(boolean compression) {
			this.compression = compression;
		}

		public int getMaxConnections() {
			return this.maxConnections;
		}

		public void setMaxConnections(int maxConnections) {
			this.maxConnections = maxConnections;
		}

		public Duration getMaxIdleTime() {
			return this.maxIdleTime;
		}

		public void setMaxIdleTime(Duration maxIdleTime) {
			this.maxIdleTime = maxIdleTime;
		}

		public DataSize getMaxInMemorySize() {
			return this.maxInMemorySize;
		}

		public void setMaxInMemorySize(DataSize maxInMemorySize) {
			this.maxInMemorySize = maxInMemorySize;
		}

	}

}
