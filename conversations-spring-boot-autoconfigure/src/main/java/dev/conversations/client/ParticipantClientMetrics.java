package dev.conversations.client;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.util.Assert;

/**
 * Gauges of a client, tagged with its name: {@code twilio.conversations.requests.active}
 * and {@code twilio.conversations.requests.waiting} count requests that are under way and
 * that wait for a permit, {@code twilio.conversations.permits} how many may be under way,
 * which shrinks when Twilio refuses requests by status 429.
 *
 * @since 0.1.0
 */
public final class ParticipantClientMetrics implements MeterBinder {

	private final ParticipantClient client;

	private final String name;

	/**
	 * Creates gauges.
	 * @param client the client; one that this library has not created has no gauges
	 * @param name the name of the client
	 */
	public ParticipantClientMetrics(ParticipantClient client, String name) {
		Assert.notNull(client, "'client' must not be null");
		Assert.notNull(name, "'name' must not be null");
		this.client = client;
		this.name = name;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		if (this.client instanceof DefaultParticipantClient own) {
			RequestGate gate = own.gate();
			Gauge.builder("twilio.conversations.requests.active", gate, RequestGate::inUse)
				.description("Requests that are under way")
				.tag("client", this.name)
				.register(registry);
			Gauge.builder("twilio.conversations.requests.waiting", gate, RequestGate::waiting)
				.description("Requests that wait for a permit")
				.tag("client", this.name)
				.register(registry);
			Gauge.builder("twilio.conversations.permits", gate, RequestGate::permits)
				.description("Requests that may be under way")
				.tag("client", this.name)
				.register(registry);
		}
	}

}
