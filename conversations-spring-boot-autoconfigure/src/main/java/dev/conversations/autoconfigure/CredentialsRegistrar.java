package dev.conversations.autoconfigure;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Registers the default client, unless there are named clients and nothing but those has
 * credentials. A registrar decides at run time, and a condition when an application is
 * processed ahead of time, where credentials may still be unknown.
 */
class CredentialsRegistrar implements BeanRegistrar {

	@Override
	public void register(BeanRegistry registry, Environment environment) {
		if (new NamedClients(environment).names().isEmpty() || hasCredentials(environment)) {
			registry.register(new DefaultClientRegistrar());
		}
	}

	private static boolean hasCredentials(Environment environment) {
		return Binder.get(environment)
			.bind("twilio", TwilioProperties.class)
			.map((properties) -> TwilioAccount.of("twilio", properties).hasCredentials())
			.orElse(false);
	}

}
