package dev.conversations.autoconfigure;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/**
 * Registers the named clients. It runs again when an application that was processed ahead
 * of time starts, so that names may be added then.
 */
class NamedClientRegistrar implements BeanRegistrar {

	@Override
	public void register(BeanRegistry registry, Environment environment) {
		new NamedClients(environment).names().forEach((name) -> ClientBeans.registerNamed(registry, name));
	}

}
