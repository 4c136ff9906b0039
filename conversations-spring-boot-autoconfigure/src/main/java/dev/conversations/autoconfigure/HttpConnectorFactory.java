package dev.conversations.autoconfigure;

import java.time.Duration;

import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * Makes the connector of a client. What the properties of this library leave open is
 * taken from {@code spring.http.clients}. Redirects are never followed, since credentials
 * would go along.
 */
final class HttpConnectorFactory {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

	private final ClientHttpConnectorBuilder<?> builder;

	private final HttpClientSettings defaults;

	HttpConnectorFactory(ClientHttpConnectorBuilder<?> builder, HttpClientSettings defaults) {
		this.builder = builder;
		this.defaults = defaults;
	}

	ClientHttpConnector create(HttpSettings settings, ConnectionProvider connections) {
		HttpClientSettings clientSettings = HttpClientSettings.defaults()
			.withRedirects(HttpRedirects.DONT_FOLLOW)
			.withTimeouts(settings.connectTimeout(), settings.readTimeout())
			.orElse(this.defaults)
			.orElse(HttpClientSettings.defaults().withConnectTimeout(CONNECT_TIMEOUT));
		if (this.builder instanceof ReactorClientHttpConnectorBuilder reactor) {
			return reactor.withHttpClientFactory(() -> HttpClient.create(connections))
				.withHttpClientCustomizer((client) -> client.compress(settings.compression()))
				.build(clientSettings);
		}
		return this.builder.build(clientSettings);
	}

}
