package dev.conversations.autoconfigure;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * Checks the settings of the clients when the application starts, as the clients
 * themselves are made when they are first asked for. A client is not checked if the
 * application brings one of its beans itself, since it may then need no credentials.
 */
class ClientSettingsCheck implements SmartInitializingSingleton {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ClientPropertiesBinder properties;

	private final ClientSettingsResolver settings;

	ClientSettingsCheck(ConfigurableListableBeanFactory beanFactory, ClientPropertiesBinder properties,
			ClientSettingsResolver settings) {
		this.beanFactory = beanFactory;
		this.properties = properties;
		this.settings = settings;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Stream.concat(Stream.of(ClientBeans.DEFAULT), this.properties.names().stream())
			.filter(this::isDue)
			.forEach(this.settings::get);
	}

	/**
	 * Returns whether all beans of a client are those of this library and none is made
	 * yet, in which case its settings were checked by that.
	 */
	private boolean isDue(String client) {
		List<String> names = ClientBeans.used(client);
		return names.stream().allMatch((name) -> isOwn(this.beanFactory, name))
				&& names.stream().noneMatch(this.beanFactory::containsSingleton) && !isReplaced(client);
	}

	private boolean isReplaced(String client) {
		return client.equals(ClientBeans.DEFAULT)
				&& this.beanFactory.getBeanDefinition(ClientBeans.entry(client)).isFallback();
	}

	/**
	 * Returns whether a bean is one of this library, and not of the application or a test
	 * that gave it the same name.
	 */
	static boolean isOwn(ConfigurableListableBeanFactory beanFactory, String name) {
		if (!beanFactory.containsBeanDefinition(name)) {
			return false;
		}
		beanFactory.getType(name, false);
		BeanDefinition definition = beanFactory.getMergedBeanDefinition(name);
		Method method = (definition instanceof RootBeanDefinition root) ? root.getResolvedFactoryMethod() : null;
		return definition.hasAttribute(ClientBeans.class.getName())
				|| (method != null && method.getDeclaringClass() == ConversationsAutoConfiguration.class);
	}

}
