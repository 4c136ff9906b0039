package dev.conversations.autoconfigure;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;

/**
 * Removes the default client where there are named clients and nothing but those has
 * credentials. No condition can do that: it is evaluated when an application is processed
 * ahead of time, when the credentials may still be unknown, and a registrar in a
 * configuration runs then whatever its conditions say.
 */
class DefaultClientPostProcessor implements BeanFactoryPostProcessor {

	private final Environment environment;

	DefaultClientPostProcessor(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		if (!Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING) && !isUsable(beanFactory)) {
			BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beanFactory;
			registry.removeBeanDefinition(ClientBeans.DEFAULT_NAME);
			registry.removeBeanDefinition(ClientBeans.DEFAULT_CONFIGURATION_NAME);
		}
	}

	private boolean isUsable(ConfigurableListableBeanFactory beanFactory) {
		return new NamedClients(this.environment).names().isEmpty() || hasCredentials()
				|| beanFactory.getBeanNamesForType(ConversationsConnectionDetails.class, true, false).length > 1;
	}

	private boolean hasCredentials() {
		return Binder.get(this.environment)
			.bind("twilio", TwilioProperties.class)
			.map((properties) -> TwilioAccount.of("twilio", properties).hasCredentials())
			.orElse(false);
	}

}
