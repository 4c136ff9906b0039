package dev.conversations.autoconfigure;

import java.net.URI;
import java.util.function.Function;

import dev.conversations.autoconfigure.ConversationsConnectionDetails.OAuthClient;
import dev.conversations.client.LimitSettings;
import dev.conversations.client.OAuthCredentials;
import dev.conversations.client.PagingSettings;
import dev.conversations.client.RetrySettings;
import dev.conversations.client.TransportSettings;
import dev.conversations.client.TwilioConversations;
import dev.conversations.client.TwilioCredentials;
import dev.conversations.client.TwilioTransport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.unit.DataSize;

/**
 * Maps the properties of one client and its connection to {@link ClientSettings}. What is
 * not set has the default of the client.
 */
final class ClientSettingsPropertyMapper {

	private final PropertyRules rules;

	ClientSettingsPropertyMapper(PropertyRules rules) {
		this.rules = rules;
	}

	ClientSettings map(String name, ClientProperties properties, ConversationsConnectionDetails connection) {
		Function<TwilioTransport, TwilioConversations> account = account(connection, properties.getAllowInsecure());
		TransportSettings transport = transport(connection);
		if (!properties.getAllowInsecure()) {
			checkSecure(connection);
		}
		HttpSettings http = HttpSettings.of(properties.getHttp(), this.rules);
		return new ClientSettings(
				transport.withName(name)
					.withLimits(limits(properties))
					.withRetry(this.rules.apply("retry.", () -> retry(properties.getRetry())))
					.withPaging(this.rules.apply("paging.", () -> paging(properties.getPaging()))),
				http, account,
				this.rules.text("chat-service-sid", properties.getChatServiceSid()).checkSid("IS").value(),
				properties.getWebhookEnabled());
	}

	private static TransportSettings transport(ConversationsConnectionDetails connection) {
		URI baseUrl = connection.getBaseUrl();
		return (connection instanceof PropertiesConversationsConnectionDetails properties)
				? PropertyRules.apply(properties.baseUrl(), () -> TransportSettings.of(baseUrl))
				: TransportSettings.of(baseUrl);
	}

	/**
	 * Returns what gives the entry for an account. Credentials of the properties are
	 * fixed and checked here, those of other connections are asked for with each request.
	 */
	private Function<TwilioTransport, TwilioConversations> account(ConversationsConnectionDetails connection,
			boolean allowInsecure) {
		if (connection instanceof PropertiesConversationsConnectionDetails properties) {
			TwilioCredentials credentials = properties.credentials();
			return (transport) -> transport.conversations(credentials);
		}
		Mono<TwilioCredentials> credentials = Mono.defer(connection::getCredentials).doOnNext((current) -> {
			if (!allowInsecure && current instanceof OAuthCredentials oauth) {
				checkSecure(oauth.tokenUri(), null, "token URI");
			}
		});
		return (transport) -> transport.conversations(connection.getAccountSid(), credentials);
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
					"Use https, or set the property '%s' to true.".formatted(this.rules.ownName("allow-insecure")));
		}
	}

	private LimitSettings limits(ClientProperties properties) {
		LimitSettings limits = this.rules.apply("http.", () -> httpLimits(properties.getHttp()));
		int maxConnections = limits.maxConnections();
		int maxConcurrentRequests = orDefault(properties.getMaxConcurrentRequests(), maxConnections);
		this.rules.check(maxConcurrentRequests <= maxConnections, "max-concurrent-requests",
				"must not be greater than 'http.max-connections'");
		return this.rules.apply("", () -> limits.withConcurrency(maxConnections, maxConcurrentRequests)
			.withWritesPerSecond(properties.getWritesPerSecond()));
	}

	private LimitSettings httpLimits(HttpProperties properties) {
		LimitSettings defaults = LimitSettings.defaults();
		int maxConnections = orDefault(properties.getMaxConnections(), defaults.maxConnections());
		return defaults.withResponseTimeout(orDefault(properties.getResponseTimeout(), defaults.responseTimeout()))
			.withMaxInMemorySize(bytes(properties.getMaxInMemorySize(), defaults.maxInMemorySize()))
			.withConcurrency(maxConnections, maxConnections);
	}

	private int bytes(@Nullable DataSize size, int defaultSize) {
		if (size == null) {
			return defaultSize;
		}
		this.rules.check(size.toBytes() <= Integer.MAX_VALUE, "http.max-in-memory-size", "must be less than 2GB");
		return (int) Math.max(0, size.toBytes());
	}

	private static RetrySettings retry(RetryProperties properties) {
		RetrySettings defaults = RetrySettings.defaults();
		return new RetrySettings(orDefault(properties.getMaxAttempts(), defaults.maxAttempts()),
				orDefault(properties.getMinBackoff(), defaults.minBackoff()),
				orDefault(properties.getMaxBackoff(), defaults.maxBackoff()),
				orDefault(properties.getMaxRetryAfter(), defaults.maxRetryAfter()));
	}

	private static PagingSettings paging(PagingProperties properties) {
		PagingSettings defaults = PagingSettings.defaults();
		return new PagingSettings(properties.getPageSize(), orDefault(properties.getReadAhead(), defaults.readAhead()),
				orDefault(properties.getMaxEmptyPages(), defaults.maxEmptyPages()));
	}

	private static <T> T orDefault(@Nullable T value, T defaultValue) {
		return (value != null) ? value : defaultValue;
	}

}
