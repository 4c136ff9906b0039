package dev.conversations.test;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How many writes a conversation takes in any one second; the 429 above it is never
 * carried out [D].
 */
final class WriteLimit {

	private static final long SECOND = 1000;

	private final Map<String, Deque<Long>> writes = new HashMap<>();

	private final Clock clock;

	private final int limit;

	WriteLimit(SimulatorSettings settings) {
		this.clock = settings.clock();
		this.limit = settings.writesPerSecond();
	}

	synchronized void check(String conversationSid) {
		if (this.limit == SimulatorSettings.UNLIMITED) {
			return;
		}
		long now = this.clock.millis();
		Deque<Long> recent = this.writes.computeIfAbsent(conversationSid, (key) -> new ArrayDeque<>());
		while (!recent.isEmpty() && recent.getFirst() <= now - SECOND) {
			recent.removeFirst();
		}
		FormRules.check(recent.size() < this.limit, ApiError.TOO_MANY_REQUESTS);
		recent.addLast(now);
	}

	synchronized void clear() {
		this.writes.clear();
	}

}
