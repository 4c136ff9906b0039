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
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.context.Phased;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.util.function.ThrowingConsumer;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Creates clients, each on connections of its own, and closes both in the end. One
 * client's load thereby never takes the connections of another.
 */
class ClientCreator implements DisposableBean, Lifecycle, Phased {

	private final ConfigurableApplicationContext context;

	private final ObjectProvider<WebClient.Builder> builder;

	private final ObjectProvider<ObservationRegistry> observationRegistry;

	private final ObjectProvider<ConversationsWebClientCustomizer> customizers;

	private final HttpConnectorFactory connectors;

	private final List<AutoCloseable> resources = new CopyOnWriteArrayList<>();

	ClientCreator(ConfigurableApplicationContext context, ObjectProvider<WebClient.Builder> builder,
			ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder, ObjectProvider<HttpClientSettings> settings,
			ObjectProvider<SslBundles> sslBundles, ObjectProvider<ConversationsWebClientCustomizer> customizers,
			ObjectProvider<ObservationRegistry> observationRegistry) {
		this.context = context;
		this.builder = builder;
		this.customizers = customizers;
		this.observationRegistry = observationRegistry;
		this.connectors = new HttpConnectorFactory(connectorBuilder.getIfAvailable(ClientHttpConnectorBuilder::detect),
				settings.getIfAvailable(HttpClientSettings::defaults), sslBundles.getIfAvailable());
	}

	ParticipantClient create(ClientConfiguration configuration) {
		ConnectionProvider connections = connections(configuration);
		WebClient.Builder webClient = this.builder.getObject()
			.clone()
			.clientConnector(this.connectors.create(configuration.http(), connections));
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(webClient));
		ParticipantClient client = ParticipantClientFactory.create(webClient, configuration.settings()
			.withObservationRegistry(this.observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP)));
		this.resources.add((AutoCloseable) client);
		this.resources.add(connections::dispose);
		return client;
	}

	private static ConnectionProvider connections(ClientConfiguration configuration) {
		return ConnectionProvider.builder(configuration.name())
			.maxConnections(configuration.http().maxConnections())
			.pendingAcquireMaxCount(-1)
			.maxIdleTime(configuration.http().maxIdleTime())
			.build();
	}

	@Override
	public void start() {
	}

	/**
	 * Closes the clients before the event loops of the context are shut down, as what is
	 * under way would be broken off by that. Without such loops, beans may use clients
	 * until they are destroyed.
	 */
	@Override
	public void stop() {
		if (this.context.isClosed() && this.context.getBeanNamesForType(ReactorResourceFactory.class).length > 0) {
			destroy();
		}
	}

	@Override
	public boolean isRunning() {
		return true;
	}

	/**
	 * Stops after servers and executors, and before {@link ReactorResourceFactory}.
	 */
	@Override
	public int getPhase() {
		return 1;
	}

	@Override
	public void destroy() {
		this.resources.forEach(ThrowingConsumer.of(AutoCloseable::close));
	}

}
