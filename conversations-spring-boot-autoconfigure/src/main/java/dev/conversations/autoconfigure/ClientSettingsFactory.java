package dev.conversations.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

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

	private ClientSettingsFactory() {
	}

	static ParticipantClientSettings create(TwilioProperties.Conversations properties,
			ConversationsConnectionDetails connection) {
		credentials(connection);
		return ParticipantClientSettings
			.of(baseUrl(connection, properties.isAllowInsecure()), () -> credentials(connection))
			.withChatServiceSid(chatServiceSid(properties.getChatServiceSid()))
			.withWebhookEnabled(properties.getWebhookEnabled())
			.withPageSize(pageSize(properties.getPaging().getPageSize()))
			.withReadAhead(properties.getPaging().isReadAhead())
			.withMaxEmptyPages(maxEmptyPages(properties.getPaging().getMaxEmptyPages()))
			.withResponseTimeout(positive("http.response-timeout", properties.getHttp().getResponseTimeout()))
			.withMaxInMemorySize(bytes(properties.getHttp().getMaxInMemorySize()))
			.withRetry(retry(properties.getRetry()))
			.withMaxConcurrentRequests(maxConcurrentRequests(properties))
			.withWritesPerSecond(writesPerSecond(properties.getWritesPerSecond()));
	}

	private static TwilioCredentials credentials(ConversationsConnectionDetails connection) {
		return new TwilioCredentials(connection.getUsername(), connection.getPassword(), connection.getAccountSid());
	}

	private static URI baseUrl(ConversationsConnectionDetails connection, boolean allowInsecure) {
		URI baseUrl = connection.getBaseUrl();
		if (!allowInsecure && !TwilioEndpoint.isSecure(baseUrl)) {
			throw new TwilioConfigurationException(
					"The property 'twilio.conversations.base-url' would send credentials unencrypted "
							+ "to a host other than loopback.",
					"Use https, or set the property 'twilio.conversations.allow-insecure' to true.");
		}
		return baseUrl;
	}

	private static @Nullable String chatServiceSid(@Nullable String value) {
		if (!StringUtils.hasText(value)) {
			return null;
		}
		check(CHAT_SERVICE_SID.matcher(value.strip()).matches(), "chat-service-sid",
				"must be 'IS' and 32 hexadecimal digits");
		return value.strip();
	}

	private static @Nullable Integer pageSize(@Nullable Integer value) {
		check(value == null || (value >= 1 && value <= 100), "paging.page-size", "must be between 1 and 100");
		return value;
	}

	private static int maxEmptyPages(int value) {
		check(value >= 0, "paging.max-empty-pages", "must not be negative");
		return value;
	}

	private static RetrySettings retry(TwilioProperties.Retry retry) {
		check(retry.getMaxAttempts() > 0, "retry.max-attempts", "must be positive");
		positive("retry.min-backoff", retry.getMinBackoff());
		check(retry.getMaxBackoff().compareTo(retry.getMinBackoff()) >= 0, "retry.max-backoff",
				"must not be less than 'min-backoff'");
		check(!retry.getMaxRetryAfter().isNegative(), "retry.max-retry-after", "must not be negative");
		return new RetrySettings(retry.getMaxAttempts(), retry.getMinBackoff(), retry.getMaxBackoff(),
				retry.getMaxRetryAfter());
	}

	private static int maxConcurrentRequests(TwilioProperties.Conversations properties) {
		int maxConnections = properties.getHttp().getMaxConnections();
		Integer value = properties.getMaxConcurrentRequests();
		check(value == null || (value > 0 && value <= maxConnections), "max-concurrent-requests",
				"must be positive and not greater than 'http.max-connections'");
		return (value != null) ? value : maxConnections;
	}

	private static @Nullable Integer writesPerSecond(@Nullable Integer value) {
		check(value == null || value > 0, "writes-per-second", "must be positive");
		return value;
	}

	static Duration positive(String property, Duration value) {
		check(!value.isNegative() && !value.isZero(), property, "must be positive");
		return value;
	}

	private static int bytes(DataSize value) {
		check(value.toBytes() > 0 && value.toBytes() <= Integer.MAX_VALUE, "http.max-in-memory-size",
				"must be positive and less than 2GB");
		return (int) value.toBytes();
	}

	static void check(boolean condition, String property, String rule) {
		TwilioConfigurationException.check(condition, "twilio.conversations." + property, rule);
	}

}
