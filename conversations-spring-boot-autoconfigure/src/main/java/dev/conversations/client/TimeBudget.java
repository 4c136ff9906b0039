package dev.conversations.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time that one attempt may take. Waits for an access token and exchanges use it up,
 * while waits for a permit do not.
 */
final class TimeBudget {

	private final AtomicLong left;

	private volatile long start;

	TimeBudget(Duration total) {
		this.left = new AtomicLong(total.toNanos());
	}

	/**
	 * Returns the nanoseconds that are left.
	 */
	long left() {
		return Math.max(0, this.left.get());
	}

	void start() {
		this.start = Connections.now();
	}

	void stop() {
		this.left.addAndGet(this.start - Connections.now());
	}

}
