package dev.conversations.autoconfigure.observation;

import dev.conversations.client.TwilioTransport;
import dev.conversations.client.TwilioTransportMetrics;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Binds the gauges of each transport when it is created, so that none is created for
 * them.
 */
class TwilioTransportMetricsPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<MeterRegistry> registry;

	TwilioTransportMetricsPostProcessor(ObjectProvider<MeterRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof TwilioTransport transport) {
			this.registry.ifUnique((registry) -> new TwilioTransportMetrics(transport).bindTo(registry));
		}
		return bean;
	}

}
