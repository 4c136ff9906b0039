package dev.conversations.client;

import java.time.Duration;
import java.util.function.DoubleSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Exponential back-off with full jitter: any time between zero and a bound that doubles.
 *
 * @param min the first bound
 * @param max the largest bound
 * @param random draws from 0 (inclusive) to 1 (exclusive)
 */
record Backoff(Duration min, Duration max, DoubleSupplier random) {

	private static final int MAX_DOUBLINGS = 30;

	/**
	 * How long to wait.
	 * @param failures how often it failed in a row, 1 or more
	 * @param asked how long the server asks to wait, which may have passed
	 */
	Duration after(int failures, @Nullable Duration asked) {
		Duration bound = this.min.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
		if (bound.compareTo(this.max) > 0) {
			bound = this.max;
		}
		Duration drawn = Duration.ofNanos((long) (bound.toNanos() * this.random.getAsDouble()));
		return (asked != null && asked.compareTo(drawn) > 0) ? asked : drawn;
	}

}
