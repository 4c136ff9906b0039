package dev.conversations.test.faults;

import dev.conversations.client.TwilioTransport;
import dev.conversations.client.TwilioTransportMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * Gauges of a transport, which tell tests whether permits are back.
 *
 * @param transport the transport, which its gauges themselves do not keep
 * @param registry holds the gauges of one transport
 */
record Gauges(TwilioTransport transport, SimpleMeterRegistry registry) {

	static Gauges of(TwilioTransport transport) {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new TwilioTransportMetrics(transport).bindTo(registry);
		return new Gauges(transport, registry);
	}

	int active() {
		return value("requests.active");
	}

	int waiting() {
		return value("requests.waiting");
	}

	int permits() {
		return value("permits");
	}

	private int value(String name) {
		return (int) this.registry.get("twilio.conversations." + name).gauge().value();
	}

}
