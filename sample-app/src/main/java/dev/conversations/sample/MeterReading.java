package dev.conversations.sample;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Values of the client's meters at one time.
 *
 * @param requests how many requests were answered
 * @param active how many requests are under way
 * @param waiting how many requests wait for a permit
 * @param permits how many requests may be under way
 * @param retries how many requests were sent again, by reason
 * @param streamRequests how many requests one stream has sent, if it is under way
 */
record MeterReading(long requests, int active, int waiting, int permits, Map<String, Long> retries,
		@Nullable Integer streamRequests) {

	private static final String PREFIX = "twilio.conversations.";

	static MeterReading of(MeterRegistry registry, @Nullable OpenStream stream) {
		return new MeterReading(registry.find("http.client.requests").timers().stream().mapToLong(Timer::count).sum(),
				gauge(registry, "requests.active"), gauge(registry, "requests.waiting"), gauge(registry, "permits"),
				retries(registry), (stream != null) ? stream.requests() : null);
	}

	private static int gauge(MeterRegistry registry, String name) {
		return (int) registry.find(PREFIX + name).gauges().stream().mapToDouble(Gauge::value).sum();
	}

	private static Map<String, Long> retries(MeterRegistry registry) {
		Map<String, Long> retries = new TreeMap<>();
		add(retries, registry.find(PREFIX + "retry").counters());
		add(retries, registry.find(PREFIX + "retries").counters());
		return retries;
	}

	private static void add(Map<String, Long> retries, Collection<Counter> counters) {
		for (Counter counter : counters) {
			String reason = Objects.requireNonNullElse(counter.getId().getTag("reason"), "any");
			if (counter.count() > 0) {
				retries.merge(reason, (long) counter.count(), Long::sum);
			}
		}
	}

}
