package dev.conversations.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import reactor.core.scheduler.Schedulers;

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
	 * Returns the time in nanoseconds on the clock that virtual time replaces.
	 */
	static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

	/**
	 * Returns the nanoseconds that are left.
	 */
	long left() {
		return Math.max(0, this.left.get());
	}

	void start() {
		this.start = now();
	}

	void stop() {
		this.left.addAndGet(this.start - now());
	}

}
