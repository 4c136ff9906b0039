package dev.conversations.autoconfigure;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;

/**
 * Connectors on the JDK's client: with a proxy.
 */
final class JdkConnectors {

	private JdkConnectors() {
	}

	static JdkClientHttpConnectorBuilder customize(JdkClientHttpConnectorBuilder builder, ProxySettings proxy) {
		ProxySelector selector = ProxySelector.of(InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
		UsernamePassword credentials = proxy.credentials();
		return builder.withHttpClientCustomizer((client) -> {
			client.proxy(selector);
			if (credentials != null) {
				client.authenticator(new ProxyAuthenticator(credentials));
			}
		});
	}

	/**
	 * Authenticates to the proxy, and never to a server.
	 */
	private static final class ProxyAuthenticator extends Authenticator {

		private final UsernamePassword credentials;

		ProxyAuthenticator(UsernamePassword credentials) {
			this.credentials = credentials;
		}

		@Override
		protected @Nullable PasswordAuthentication getPasswordAuthentication() {
			return (getRequestorType() == RequestorType.PROXY)
					? new PasswordAuthentication(this.credentials.username(), this.credentials.password().toCharArray())
					: null;
		}

	}

}
