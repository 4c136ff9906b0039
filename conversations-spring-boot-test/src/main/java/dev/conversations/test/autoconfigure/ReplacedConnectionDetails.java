package dev.conversations.test.autoconfigure;

import dev.conversations.autoconfigure.ConversationsConnectionDetails;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Sets aside the connection details of the application itself, primary or not. They are
 * not even created, since they may need what a test does not have.
 */
class ReplacedConnectionDetails implements BeanFactoryPostProcessor {

	static final String REPLACEMENT = "simulatorConversationsConnectionDetails";

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		for (String name : beanFactory.getBeanNamesForType(ConversationsConnectionDetails.class, true, false)) {
			if (!name.equals(REPLACEMENT) && beanFactory.containsBeanDefinition(name)) {
				BeanDefinition definition = beanFactory.getBeanDefinition(name);
				definition.setPrimary(false);
				definition.setAutowireCandidate(false);
				definition.setLazyInit(true);
			}
		}
	}

}
