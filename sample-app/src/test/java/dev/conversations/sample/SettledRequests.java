package dev.conversations.sample;

import java.time.Duration;

import dev.conversations.test.ConversationsSimulator;
import org.awaitility.Awaitility;

/**
 * Counts the requests of a simulator once no more come.
 */
final class SettledRequests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final Duration QUIET = Duration.ofSeconds(1);

	private final ConversationsSimulator simulator;

	private int count = -1;

	private SettledRequests(ConversationsSimulator simulator) {
		this.simulator = simulator;
	}

	/**
	 * Waits until the simulator has got no request for a while, and returns how many it
	 * had got.
	 */
	static int of(ConversationsSimulator simulator) {
		Awaitility.await().atMost(LIMIT).during(QUIET).until(new SettledRequests(simulator)::isStill);
		return simulator.requestCount();
	}

	/**
	 * Whether the count of requests is what it was when last asked.
	 */
	private boolean isStill() {
		int before = this.count;
		this.count = this.simulator.requestCount();
		return before == this.count;
	}

}
