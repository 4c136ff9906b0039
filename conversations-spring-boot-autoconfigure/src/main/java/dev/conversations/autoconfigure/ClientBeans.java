package dev.conversations.autoconfigure;

import java.util.function.Function;

import dev.conversations.client.ParticipantClient;

import org.springframework.beans.factory.BeanRegistry;

/**
 * The two beans of each client: its configuration, which is checked when the application
 * starts, and the client, which is made when it is first asked for.
 */
final class ClientBeans {

	static final String DEFAULT_NAME = "participantClient";

	static final String DEFAULT_CONFIGURATION_NAME = "participantClientConfiguration";

	private ClientBeans() {
	}

	/**
	 * Registers a named client as a fallback, so that injection by type alone gives the
	 * default one.
	 */
	static void registerNamed(BeanRegistry registry, String client) {
		String name = client + "ParticipantClient";
		registerConfiguration(registry, name, (configurations) -> configurations.namedClient(client));
		registry.registerBean(name, ParticipantClient.class,
				(spec) -> spec.lazyInit().fallback().supplier((context) -> create(context, name)));
		registry.registerAlias(name, client);
	}

	private static void registerConfiguration(BeanRegistry registry, String client,
			Function<ClientConfigurations, ClientConfiguration> configuration) {
		registry.registerBean(configuration(client), ClientConfiguration.class, (spec) -> spec.infrastructure()
			.supplier((context) -> configuration.apply(context.bean(ClientConfigurations.class))));
	}

	private static ParticipantClient create(BeanRegistry.SupplierContext context, String client) {
		return context.bean(ClientCreator.class).create(context.bean(configuration(client), ClientConfiguration.class));
	}

	private static String configuration(String client) {
		return client + "Configuration";
	}

}
