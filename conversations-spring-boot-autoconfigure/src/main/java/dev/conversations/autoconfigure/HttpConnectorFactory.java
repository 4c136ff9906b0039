package dev.conversations.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * Makes the connector of the client. What the properties of this library leave open is
 * taken from {@code spring.http.clients}. Redirects are never followed, since credentials
 * would go along.
 */
final class HttpConnectorFactory {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

	private HttpConnectorFactory() {
	}

	static ConnectionProvider connectionProvider(TwilioProperties.Http properties) {
		ClientSettingsFactory.check(properties.getMaxConnections() > 0, "http.max-connections", "must be positive");
		return ConnectionProvider.builder("twilio-conversations")
			.maxConnections(properties.getMaxConnections())
			.pendingAcquireMaxCount(-1)
			.maxIdleTime(ClientSettingsFactory.positive("http.max-idle-time", properties.getMaxIdleTime()))
			.build();
	}

	static ClientHttpConnector create(TwilioProperties.Http properties, ClientHttpConnectorBuilder<?> builder,
			HttpClientSettings defaults, ConnectionProvider connectionProvider) {
		HttpClientSettings settings = HttpClientSettings.defaults()
			.withRedirects(HttpRedirects.DONT_FOLLOW)
			.withConnectTimeout(connectTimeout(properties.getConnectTimeout(), defaults.connectTimeout()))
			.orElse(defaults);
		if (builder instanceof ReactorClientHttpConnectorBuilder reactor) {
			return reactor.withHttpClientFactory(() -> HttpClient.create(connectionProvider))
				.withHttpClientCustomizer((client) -> client.compress(properties.isCompression()))
				.build(settings);
		}
		return builder.build(settings);
	}

	private static Duration connectTimeout(@Nullable Duration own, @Nullable Duration inherited) {
		if (own != null) {
			return ClientSettingsFactory.positive("http.connect-timeout", own);
		}
		return (inherited != null) ? inherited : CONNECT_TIMEOUT;
	}

}
