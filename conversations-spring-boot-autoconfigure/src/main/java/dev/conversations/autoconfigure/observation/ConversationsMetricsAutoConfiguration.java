package dev.conversations.autoconfigure.observation;

import dev.conversations.autoconfigure.ConversationsAutoConfiguration;
import dev.conversations.client.TwilioTransportMetrics;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link TwilioTransportMetrics}
 * of each client, tagged with the name of the client.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ConversationsAutoConfiguration.class)
@ConditionalOnClass(MeterRegistry.class)
public final class ConversationsMetricsAutoConfiguration {

	@Bean
	static TwilioTransportMetricsPostProcessor twilioTransportMetricsPostProcessor(
			ObjectProvider<MeterRegistry> registry) {
		return new TwilioTransportMetricsPostProcessor(registry);
	}

}
