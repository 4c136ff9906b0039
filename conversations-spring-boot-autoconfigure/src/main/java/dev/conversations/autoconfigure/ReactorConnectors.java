package dev.conversations.autoconfigure;

import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.transport.ProxyProvider;

import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;

/**
 * Connectors on Reactor Netty with connections of their own, compression and a proxy.
 */
final class ReactorConnectors {

	private ReactorConnectors() {
	}

	static ReactorClientHttpConnectorBuilder customize(ReactorClientHttpConnectorBuilder builder, HttpSettings settings,
			ConnectionProvider connections) {
		ReactorClientHttpConnectorBuilder customized = builder
			.withHttpClientFactory(() -> HttpClient.create(connections))
			.withHttpClientCustomizer((client) -> client.compress(settings.compression()));
		ProxySettings proxy = settings.proxy();
		return (proxy != null)
				? customized.withHttpClientCustomizer((client) -> client.proxy((spec) -> configure(spec, proxy)))
				: customized;
	}

	private static void configure(ProxyProvider.TypeSpec spec, ProxySettings settings) {
		ProxyProvider.Builder proxy = spec.type(ProxyProvider.Proxy.HTTP).host(settings.host()).port(settings.port());
		CredentialPair credentials = settings.credentials();
		if (credentials != null) {
			proxy.username(credentials.first()).password((username) -> credentials.second());
		}
	}

}
