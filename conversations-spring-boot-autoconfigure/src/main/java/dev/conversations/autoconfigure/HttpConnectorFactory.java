package dev.conversations.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
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

	private final @Nullable SslBundles sslBundles;

	HttpConnectorFactory(ClientHttpConnectorBuilder<?> builder, HttpClientSettings defaults,
			@Nullable SslBundles sslBundles) {
		this.builder = builder;
		this.defaults = defaults;
		this.sslBundles = sslBundles;
	}

	ClientHttpConnector create(HttpSettings settings, ConnectionProvider connections) {
		HttpClientSettings clientSettings = HttpClientSettings.defaults()
			.withRedirects(HttpRedirects.DONT_FOLLOW)
			.withTimeouts(settings.connectTimeout(), settings.responseTimeout())
			.withSslBundle(sslBundle(settings.sslBundle()))
			.orElse(this.defaults)
			.orElse(HttpClientSettings.defaults().withConnectTimeout(CONNECT_TIMEOUT));
		ProxySettings proxy = settings.proxy();
		if (this.builder instanceof ReactorClientHttpConnectorBuilder reactor) {
			return ReactorConnectors.customize(reactor, settings, connections).build(clientSettings);
		}
		if (proxy == null) {
			return this.builder.build(clientSettings);
		}
		if (this.builder instanceof JdkClientHttpConnectorBuilder jdk) {
			return JdkConnectors.create(jdk, clientSettings, proxy);
		}
		throw new TwilioConfigurationException(
				"The property '%s' has no effect on this HTTP connector.".formatted(proxy),
				"Use the connector 'reactor' or 'jdk', or configure the proxy of the connector itself.");
	}

	private @Nullable SslBundle sslBundle(TextProperty name) {
		if (name.value() == null) {
			return null;
		}
		SslBundles bundles = this.sslBundles;
		if (bundles == null || !bundles.getBundleNames().contains(name.value())) {
			throw new TwilioConfigurationException(
					"The property '%s' names an SSL bundle that does not exist.".formatted(name),
					"Define the bundle under 'spring.ssl.bundle', or correct the property '%s'.".formatted(name));
		}
		return bundles.getBundle(name.value());
	}

}
