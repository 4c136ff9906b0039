package dev.conversations.autoconfigure;

import dev.conversations.client.ParticipantClient;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * The two beans of each client: its configuration, which is checked when the application
 * starts, and the client, which is made when it is first asked for.
 */
final class ClientBeans {

	static final String DEFAULT_NAME = "participantClient";

	static final String DEFAULT_CONFIGURATION_NAME = "dev.conversations.autoconfigure.ClientConfiguration";

	private ClientBeans() {
	}

	/**
	 * Registers a named client as a fallback, so that injection by type alone gives the
	 * default one. A bean that has its name already takes its place.
	 */
	static void registerNamed(DefaultListableBeanFactory beanFactory, String client) {
		if (beanFactory.isBeanNameInUse(name(client))) {
			return;
		}
		String configurationName = DEFAULT_CONFIGURATION_NAME + "." + client;
		RootBeanDefinition configuration = new RootBeanDefinition(ClientConfiguration.class,
				() -> beanFactory.getBean(ClientConfigurations.class).namedClient(client));
		configuration.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
		beanFactory.registerBeanDefinition(configurationName, configuration);
		RootBeanDefinition definition = new RootBeanDefinition(ParticipantClient.class,
				() -> beanFactory.getBean(ClientCreator.class)
					.create(beanFactory.getBean(configurationName, ClientConfiguration.class)));
		definition.setLazyInit(true);
		definition.setFallback(true);
		beanFactory.registerBeanDefinition(name(client), definition);
	}

	/**
	 * Registers a named client's plain name as an alias, unless a bean has that name.
	 */
	static void registerAlias(DefaultListableBeanFactory beanFactory, String client) {
		if (!beanFactory.isBeanNameInUse(client)) {
			beanFactory.registerAlias(name(client), client);
		}
	}

	private static String name(String client) {
		return client + "ParticipantClient";
	}

}
