package dev.conversations.client;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.util.Assert;

/**
 * Gauges of a {@link TwilioTransport} and counters of its retries, tagged with its name
 * as {@code client}. However many accounts there are, there is one gauge of each kind.
 * <ul>
 * <li>{@code twilio.conversations.requests.active} counts requests that are under
 * way.</li>
 * <li>{@code twilio.conversations.requests.waiting} counts requests that wait for a
 * permit of their account or for a connection.</li>
 * <li>{@code twilio.conversations.permits} tells how many requests of one account may be
 * under way, which shrinks when Twilio refuses requests by status 429. With several
 * accounts it is that of the account with the fewest.</li>
 * <li>{@code twilio.conversations.accounts} counts the accounts that are remembered.</li>
 * <li>{@code twilio.conversations.retries} counts requests that were sent again, by
 * resource, operation and reason.</li>
 * </ul>
 *
 * @since 0.1.0
 */
public final class TwilioTransportMetrics implements MeterBinder {

	private final TwilioHttp http;

	/**
	 * Creates gauges.
	 * @param transport the transport
	 */
	public TwilioTransportMetrics(TwilioTransport transport) {
		Assert.notNull(transport, "'transport' must not be null");
		this.http = transport.http();
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		bind(registry, "requests.active", "Requests that are under way", (http) -> http.connections().gate().inUse());
		bind(registry, "requests.waiting", "Requests that wait for a permit or a connection",
				(http) -> http.accounts().sum(RequestGate::waiting) + http.connections().gate().waiting());
		bind(registry, "permits", "Requests of one account that may be under way",
				(http) -> http.accounts().fewestPermits(http.settings().limits().maxConcurrentRequests()));
		bind(registry, "accounts", "Accounts that are remembered", (http) -> http.accounts().size());
		this.http.observer().addRetryListener(new RetryMeters(registry, this.http.settings().name()));
	}

	private void bind(MeterRegistry registry, String name, String description, ToDoubleFunction<TwilioHttp> value) {
		Gauge.builder("twilio.conversations." + name, this.http, value)
			.description(description)
			.tag("client", this.http.settings().name())
			.register(registry);
	}

}
