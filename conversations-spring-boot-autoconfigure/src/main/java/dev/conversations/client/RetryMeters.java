package dev.conversations.client;

import java.util.EnumMap;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counters of retries, one for each operation and reason. They are registered before
 * there is a retry, so that a rate can be told from the first one on.
 */
final class RetryMeters implements RetryListener {

	private final Map<Operation, Map<RetryReason, Counter>> counters = new EnumMap<>(Operation.class);

	RetryMeters(MeterRegistry registry, String client) {
		for (Operation operation : Operation.values()) {
			Map<RetryReason, Counter> reasons = new EnumMap<>(RetryReason.class);
			for (RetryReason reason : RetryReason.values()) {
				reasons.put(reason, counter(registry, client, operation, reason));
			}
			this.counters.put(operation, reasons);
		}
	}

	private static Counter counter(MeterRegistry registry, String client, Operation operation, RetryReason reason) {
		return Counter.builder("twilio.conversations.retries")
			.description("Requests that were sent again")
			.tag("client", client)
			.tag("resource", operation.resource())
			.tag("operation", operation.operation())
			.tag("reason", reason.toString())
			.register(registry);
	}

	@Override
	public void retried(Operation operation, RetryReason reason) {
		Map<RetryReason, Counter> reasons = this.counters.get(operation);
		Counter counter = (reasons != null) ? reasons.get(reason) : null;
		if (counter != null) {
			counter.increment();
		}
	}

}
