package dev.conversations.autoconfigure.observation;

import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantClientMetrics;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Binds the gauges of each client when it is created, so that none is created for them.
 */
class ParticipantClientMetricsPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<MeterRegistry> registry;

	ParticipantClientMetricsPostProcessor(ObjectProvider<MeterRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof ParticipantClient client) {
			this.registry.ifUnique((registry) -> new ParticipantClientMetrics(client, beanName).bindTo(registry));
		}
		return bean;
	}

}
