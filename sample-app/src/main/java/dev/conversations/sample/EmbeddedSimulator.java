package dev.conversations.sample;

import java.util.List;

import dev.conversations.autoconfigure.ConversationsConnectionDetails;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.autoconfigure.SimulatorConnectionDetails;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Registers a simulator, and the connection to it, unless there are credentials for
 * Twilio.
 */
class EmbeddedSimulator implements BeanRegistrar {

	private static final List<String> CREDENTIALS = List.of("account-sid", "auth-token", "api-key", "api-secret",
			"oauth.client-id", "oauth.client-secret");

	@Override
	public void register(BeanRegistry registry, Environment environment) {
		if (!hasCredentials(Binder.get(environment))) {
			registry.registerBean("conversationsSimulator", ConversationsSimulator.class,
					(spec) -> spec.supplier((context) -> SampleData.start()));
			registry.registerBean("simulatorConnectionDetails", ConversationsConnectionDetails.class, (spec) -> spec
				.supplier((context) -> new SimulatorConnectionDetails(context.bean(ConversationsSimulator.class))));
		}
	}

	/**
	 * Returns whether there are any credentials, be they whole or half a pair, from
	 * wherever Spring Boot takes properties.
	 */
	private static boolean hasCredentials(Binder binder) {
		return CREDENTIALS.stream()
			.map((name) -> binder.bind("twilio." + name, String.class).orElse(""))
			.anyMatch(StringUtils::hasText);
	}

}
