package dev.conversations.client;

import java.util.function.Supplier;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Connectors that a builder may have.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum Connector {

	REACTOR(ReactorClientHttpConnector::new),

	JDK(JdkClientHttpConnector::new);

	private final Supplier<ClientHttpConnector> factory;

	Connector(Supplier<ClientHttpConnector> factory) {
		this.factory = factory;
	}

	WebClient.Builder builder() {
		return WebClient.builder().clientConnector(this.factory.get());
	}

}
