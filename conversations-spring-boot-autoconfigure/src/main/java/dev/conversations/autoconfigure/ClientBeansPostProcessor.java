package dev.conversations.autoconfigure;

import java.util.Set;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;

/**
 * Registers the named clients, and removes the default one where nothing but those has
 * credentials. It does so when the application runs, since names and credentials may
 * still be unknown when it is processed ahead of time; and after all configuration, since
 * a registrar there cannot see which names the application's own beans have.
 */
class ClientBeansPostProcessor implements BeanDefinitionRegistryPostProcessor {

	private final Environment environment;

	ClientBeansPostProcessor(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		if (!Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
			DefaultListableBeanFactory beanFactory = (DefaultListableBeanFactory) registry;
			Set<String> names = new NamedClients(this.environment).names();
			names.forEach((name) -> ClientBeans.registerNamed(beanFactory, name));
			names.forEach((name) -> ClientBeans.registerAlias(beanFactory, name));
			if (!names.isEmpty() && registry.containsBeanDefinition(ClientBeans.DEFAULT_CONFIGURATION_NAME)
					&& !hasCredentials(beanFactory)) {
				registry.removeBeanDefinition(ClientBeans.DEFAULT_NAME);
				registry.removeBeanDefinition(ClientBeans.DEFAULT_CONFIGURATION_NAME);
			}
		}
	}

	private boolean hasCredentials(DefaultListableBeanFactory beanFactory) {
		return beanFactory.getBeanNamesForType(ConversationsConnectionDetails.class, true, false).length > 1
				|| Binder.get(this.environment)
					.bind("twilio", TwilioProperties.class)
					.map((properties) -> ClientConfigurations.connection(properties).account().hasCredentials())
					.orElse(false);
	}

}
