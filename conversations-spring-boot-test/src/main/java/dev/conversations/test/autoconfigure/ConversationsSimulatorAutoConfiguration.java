package dev.conversations.test.autoconfigure;

import dev.conversations.autoconfigure.ConversationsAutoConfiguration;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.SimulatorSettings;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Role;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for a {@link ConversationsSimulator}
 * in tests.
 *
 * @since 0.1.0
 * @see AutoConfigureConversationsSimulator
 */
@AutoConfiguration(before = ConversationsAutoConfiguration.class)
public final class ConversationsSimulatorAutoConfiguration {

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	ConversationsSimulator conversationsSimulator(ObjectProvider<SimulatorSettings> settings) {
		return ConversationsSimulator.start(settings.getIfAvailable(SimulatorSettings::defaults));
	}

	@Bean
	SimulatorLease conversationsSimulatorLease(ConversationsSimulator simulator) {
		return new SimulatorLease(simulator);
	}

	@Bean(ReplacedConnectionDetails.REPLACEMENT)
	@Primary
	SimulatorConnectionDetails simulatorConversationsConnectionDetails(ConversationsSimulator simulator) {
		return new SimulatorConnectionDetails(simulator);
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static ReplacedConnectionDetails replacedConversationsConnectionDetails() {
		return new ReplacedConnectionDetails();
	}

}
