package dev.conversations.sample.batch;

import java.util.stream.Stream;

import dev.conversations.autoconfigure.ConversationsConnectionDetails;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.autoconfigure.SimulatorConnectionDetails;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Registers a simulator, and the connection to it, unless there are credentials for
 * Twilio.
 */
class EmbeddedSimulator implements BeanRegistrar {

	@Override
	public void register(BeanRegistry registry, Environment environment) {
		boolean credentials = Stream.of("account-sid", "auth-token", "api-key", "api-secret")
			.anyMatch((name) -> StringUtils.hasText(environment.getProperty("twilio." + name)));
		if (!credentials) {
			registry.registerBean("conversationsSimulator", ConversationsSimulator.class,
					(spec) -> spec.supplier((context) -> {
						SweepSettings settings = context.bean(SweepSettings.class);
						return SampleData.addTo(ConversationsSimulator.start(), settings.participants(), 1,
								settings.latency());
					}));
			registry.registerBean("simulatorConnectionDetails", ConversationsConnectionDetails.class, (spec) -> spec
				.supplier((context) -> new SimulatorConnectionDetails(context.bean(ConversationsSimulator.class))));
		}
	}

}
