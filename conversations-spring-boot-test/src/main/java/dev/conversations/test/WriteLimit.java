package dev.conversations.test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Counts how many writes a conversation takes in any one second; the 429 above the limit
 * is never carried out [D]. To be used in an operation of the {@link Store}.
 */
final class WriteLimit {

	private static final Duration PERIOD = Duration.ofSeconds(1);

	private final Map<String, Deque<Instant>> writes = new HashMap<>();

	private final Supplier<SimulatorLimits> limits;

	WriteLimit(Supplier<SimulatorLimits> limits) {
		this.limits = limits;
	}

	void check(String conversationSid, Instant now) {
		int limit = this.limits.get().writesPerSecond();
		if (limit == SimulatorLimits.UNLIMITED) {
			return;
		}
		Deque<Instant> recent = this.writes.computeIfAbsent(conversationSid, (key) -> new ArrayDeque<>());
		while (!recent.isEmpty() && !recent.getFirst().isAfter(now.minus(PERIOD))) {
			recent.removeFirst();
		}
		Refusal.TOO_MANY_REQUESTS.when(recent.size() >= limit);
		recent.addLast(now);
	}

	void clear() {
		this.writes.clear();
	}

}
