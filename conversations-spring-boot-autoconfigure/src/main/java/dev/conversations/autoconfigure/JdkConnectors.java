package dev.conversations.autoconfigure;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * Connectors on the JDK's client with a proxy, whose credentials are a header, which the
 * JDK gives to no server behind a tunnel; with an authenticator, JDK 17 removes the
 * {@code Authorization} of the request.
 */
final class JdkConnectors {

	private JdkConnectors() {
	}

	static ClientHttpConnector create(JdkClientHttpConnectorBuilder builder, HttpClientSettings settings,
			ProxySettings proxy) {
		ProxySelector selector = ProxySelector.of(InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
		ClientHttpConnector connector = builder.withHttpClientCustomizer((client) -> client.proxy(selector))
			.build(settings);
		CredentialPair credentials = proxy.credentials();
		if (credentials == null) {
			return connector;
		}
		String authorization = "Basic "
				+ HttpHeaders.encodeBasicAuth(credentials.first(), credentials.second(), StandardCharsets.UTF_8);
		return (method, uri, writer) -> connector.connect(method, uri, (request) -> {
			request.getHeaders().set(HttpHeaders.PROXY_AUTHORIZATION, authorization);
			return writer.apply(request);
		});
	}

}
