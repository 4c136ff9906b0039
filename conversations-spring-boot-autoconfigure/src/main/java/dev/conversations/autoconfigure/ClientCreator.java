package dev.conversations.autoconfigure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantClientFactory;
import io.micrometer.observation.ObservationRegistry;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Creates clients, each on connections of its own, and closes these in the end. One
 * client's load thereby never takes the connections of another.
 */
class ClientCreator implements DisposableBean {

	private final ObjectProvider<WebClient.Builder> builder;

	private final ObjectProvider<ObservationRegistry> observationRegistry;

	private final ObjectProvider<ConversationsWebClientCustomizer> customizers;

	private final HttpConnectorFactory connectors;

	private final List<ConnectionProvider> connections = new CopyOnWriteArrayList<>();

	ClientCreator(ObjectProvider<WebClient.Builder> builder,
			ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder, ObjectProvider<HttpClientSettings> settings,
			ObjectProvider<SslBundles> sslBundles, ObjectProvider<ConversationsWebClientCustomizer> customizers,
			ObjectProvider<ObservationRegistry> observationRegistry) {
		this.builder = builder;
		this.customizers = customizers;
		this.observationRegistry = observationRegistry;
		this.connectors = new HttpConnectorFactory(connectorBuilder.getIfAvailable(ClientHttpConnectorBuilder::detect),
				settings.getIfAvailable(HttpClientSettings::defaults), sslBundles.getIfAvailable());
	}

	ParticipantClient create(ClientConfiguration configuration) {
		WebClient.Builder webClient = this.builder.getObject()
			.clientConnector(this.connectors.create(configuration.http(), connections(configuration)));
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(webClient));
		return ParticipantClientFactory.create(webClient, configuration.settings()
			.withObservationRegistry(this.observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP)));
	}

	private ConnectionProvider connections(ClientConfiguration configuration) {
		ConnectionProvider provider = ConnectionProvider.builder(configuration.name())
			.maxConnections(configuration.http().maxConnections())
			.pendingAcquireMaxCount(-1)
			.maxIdleTime(configuration.http().maxIdleTime())
			.build();
		this.connections.add(provider);
		return provider;
	}

	@Override
	public void destroy() {
		this.connections.forEach(ConnectionProvider::dispose);
	}

}
