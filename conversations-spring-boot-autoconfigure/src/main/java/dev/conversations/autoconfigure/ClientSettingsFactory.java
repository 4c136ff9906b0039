package dev.conversations.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

import dev.conversations.autoconfigure.ConversationsConnectionDetails.OAuthClient;
import dev.conversations.client.BasicCredentials;
import dev.conversations.client.OAuthCredentials;
import dev.conversations.client.ParticipantClientSettings;
import dev.conversations.client.RetrySettings;
import dev.conversations.client.TwilioCredentials;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Makes the client's settings from the properties and the connection, and checks them so
 * that an error names the property.
 */
final class ClientSettingsFactory {

	private static final Pattern CHAT_SERVICE_SID = Pattern.compile("IS[0-9a-fA-F]{32}");

	private final PropertyRules rules;

	ClientSettingsFactory(PropertyRules rules) {
		this.rules = rules;
	}

	/**
	 * Settings that say where and as whom to connect.
	 */
	ParticipantClientSettings connect(ClientProperties properties, ConversationsConnectionDetails connection) {
		credentials(connection);
		ParticipantClientSettings settings = ParticipantClientSettings.of(connection.getBaseUrl(),
				() -> credentials(connection));
		if (!properties.getAllowInsecure()) {
			checkSecure(connection);
		}
		return settings;
	}

	/**
	 * Adds what has nothing to do with the connection.
	 */
	ParticipantClientSettings complete(ParticipantClientSettings settings, ClientProperties properties,
			HttpSettings http) {
		Duration responseTimeout = http.responseTimeout();
		return settings.withChatServiceSid(chatServiceSid(properties.getChatServiceSid()))
			.withWebhookEnabled(properties.getWebhookEnabled())
			.withPageSize(pageSize(properties.getPaging().getPageSize()))
			.withReadAhead(properties.getPaging().getReadAhead())
			.withMaxEmptyPages(maxEmptyPages(properties.getPaging().getMaxEmptyPages()))
			.withResponseTimeout((responseTimeout != null) ? responseTimeout : settings.responseTimeout())
			.withMaxInMemorySize(bytes(properties.getHttp().getMaxInMemorySize()))
			.withRetry(retry(properties.getRetry()))
			.withMaxConcurrentRequests(
					maxConcurrentRequests(properties.getMaxConcurrentRequests(), http.maxConnections()))
			.withWritesPerSecond(writesPerSecond(properties.getWritesPerSecond()));
	}

	private static TwilioCredentials credentials(ConversationsConnectionDetails connection) {
		OAuthClient oauth = connection.getOAuthClient();
		return (oauth != null)
				? new OAuthCredentials(oauth.clientId(), oauth.clientSecret(), oauth.tokenUri(),
						connection.getAccountSid())
				: new BasicCredentials(connection.getUsername(), connection.getPassword(), connection.getAccountSid());
	}

	private void checkSecure(ConversationsConnectionDetails connection) {
		PropertiesConversationsConnectionDetails properties = (connection instanceof PropertiesConversationsConnectionDetails own)
				? own : null;
		checkSecure(connection.getBaseUrl(), (properties != null) ? properties.baseUrl() : null, "base URL");
		OAuthClient oauth = connection.getOAuthClient();
		if (oauth != null) {
			checkSecure(oauth.tokenUri(), (properties != null) ? properties.account().tokenUri() : null, "token URI");
		}
	}

	private void checkSecure(URI url, @Nullable TextProperty property, String other) {
		if (!TwilioEndpoint.isSecure(url)) {
			throw new TwilioConfigurationException(
					"The %s would send credentials unencrypted to a host other than loopback.".formatted(
							(property != null) ? "property '%s'".formatted(property) : other + " of the connection"),
					"Use https, or set the property '%s' to true.".formatted(this.rules.name("allow-insecure")));
		}
	}

	private @Nullable String chatServiceSid(@Nullable String value) {
		if (!StringUtils.hasText(value)) {
			return null;
		}
		this.rules.check(CHAT_SERVICE_SID.matcher(value.strip()).matches(), "chat-service-sid",
				"must be 'IS' and 32 hexadecimal digits");
		return value.strip();
	}

	private @Nullable Integer pageSize(@Nullable Integer value) {
		this.rules.check(value == null || (value >= 1 && value <= 100), "paging.page-size",
				"must be between 1 and 100");
		return value;
	}

	private int maxEmptyPages(int value) {
		this.rules.check(value >= 0, "paging.max-empty-pages", "must not be negative");
		return value;
	}

	private RetrySettings retry(RetryProperties retry) {
		this.rules.check(retry.getMaxAttempts() > 0, "retry.max-attempts", "must be positive");
		this.rules.positive("retry.min-backoff", retry.getMinBackoff());
		this.rules.check(retry.getMaxBackoff().compareTo(retry.getMinBackoff()) >= 0, "retry.max-backoff",
				"must not be less than 'min-backoff'");
		this.rules.check(!retry.getMaxRetryAfter().isNegative(), "retry.max-retry-after", "must not be negative");
		return new RetrySettings(retry.getMaxAttempts(), retry.getMinBackoff(),
				this.rules.limited("retry.max-backoff", retry.getMaxBackoff()),
				this.rules.limited("retry.max-retry-after", retry.getMaxRetryAfter()));
	}

	private int maxConcurrentRequests(@Nullable Integer value, int maxConnections) {
		this.rules.check(value == null || (value > 0 && value <= maxConnections), "max-concurrent-requests",
				"must be positive and not greater than 'http.max-connections'");
		return (value != null) ? value : maxConnections;
	}

	private @Nullable Integer writesPerSecond(@Nullable Integer value) {
		this.rules.check(value == null || value > 0, "writes-per-second", "must be positive");
		return value;
	}

	private int bytes(DataSize value) {
		this.rules.check(value.toBytes() > 0 && value.toBytes() <= Integer.MAX_VALUE, "http.max-in-memory-size",
				"must be positive and less than 2GB");
		return (int) value.toBytes();
	}

}
