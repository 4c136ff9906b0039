package dev.conversations.autoconfigure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.conversations.client.ConversationsObservationConvention;
import dev.conversations.client.TwilioTransport;
import io.micrometer.observation.ObservationRegistry;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.context.Phased;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.util.function.ThrowingConsumer;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Makes transports, each on connections of its own, and closes both in the end. The load
 * of one client thereby never takes the connections of another.
 */
class TwilioTransportFactory implements DisposableBean, Lifecycle, Phased {

	private final ConfigurableApplicationContext context;

	private final ObjectProvider<WebClient.Builder> builder;

	private final ObjectProvider<ObservationRegistry> observationRegistry;

	private final ObjectProvider<ConversationsObservationConvention> observationConvention;

	private final ObjectProvider<ConversationsWebClientCustomizer> customizers;

	private final HttpConnectorFactory connectors;

	private final List<AutoCloseable> resources = new CopyOnWriteArrayList<>();

	TwilioTransportFactory(ConfigurableApplicationContext context, ObjectProvider<WebClient.Builder> builder,
			HttpConnectorFactory connectors, ObjectProvider<ConversationsWebClientCustomizer> customizers,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<ConversationsObservationConvention> observationConvention) {
		this.context = context;
		this.builder = builder;
		this.connectors = connectors;
		this.customizers = customizers;
		this.observationRegistry = observationRegistry;
		this.observationConvention = observationConvention;
	}

	TwilioTransport create(ClientSettings settings) {
		ConnectionProvider connections = connections(settings);
		WebClient.Builder webClient = this.builder.getObject()
			.clone()
			.clientConnector(this.connectors.create(settings.http(), connections));
		this.customizers.orderedStream().forEach((customizer) -> customizer.customize(webClient));
		TwilioTransport transport = TwilioTransport.create(webClient,
				settings.transport()
					.withObservation(this.observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP),
							this.observationConvention.getIfAvailable()));
		this.resources.add(transport);
		this.resources.add(connections::dispose);
		return transport;
	}

	private static ConnectionProvider connections(ClientSettings settings) {
		return ConnectionProvider.builder("twilio-conversations-" + settings.transport().name())
			.maxConnections(settings.transport().limits().maxConnections())
			.pendingAcquireMaxCount(-1)
			.maxIdleTime(settings.http().maxIdleTime())
			.build();
	}

	@Override
	public void start() {
	}

	/**
	 * Closes the transports before the event loops of the context are shut down, as what
	 * is under way would be broken off by that. Without such loops, beans may use clients
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
	 * Returns a phase that stops after servers and executors, and before
	 * {@link ReactorResourceFactory}.
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
