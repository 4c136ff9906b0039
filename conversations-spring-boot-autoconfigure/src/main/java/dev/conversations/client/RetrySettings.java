package dev.conversations.client;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How often and how soon a request is sent again. A request is sent again only if that
 * cannot carry it out twice.
 *
 * @param maxAttempts how often a request is sent at most, 1 or more; the first attempt
 * counts
 * @param minBackoff the bound of the first back-off, which doubles with each further one;
 * the back-off itself is drawn between zero and its bound
 * @param maxBackoff the largest bound of a back-off
 * @param maxRetryAfter the longest {@code Retry-After} that is obeyed; a longer one is an
 * error at once
 * @since 0.1.0
 */
public record RetrySettings(int maxAttempts, Duration minBackoff, Duration maxBackoff, Duration maxRetryAfter) {

	private static final RetrySettings DEFAULTS = new RetrySettings(4, Duration.ofMillis(100), Duration.ofSeconds(10),
			Duration.ofSeconds(60));

	/**
	 * Creates settings.
	 * @throws IllegalArgumentException if a value is out of its range
	 */
	public RetrySettings {
		Assert.isTrue(maxAttempts >= 1, "'maxAttempts' must be positive");
		Assert.isTrue(!minBackoff.isNegative() && !minBackoff.isZero(), "'minBackoff' must be positive");
		Assert.isTrue(maxBackoff.compareTo(minBackoff) >= 0, "'maxBackoff' must not be less than 'minBackoff'");
		Arguments.time("maxBackoff", maxBackoff);
		Arguments.time("maxRetryAfter", maxRetryAfter);
		Assert.isTrue(!maxRetryAfter.isNegative(), "'maxRetryAfter' must not be negative");
	}

	/**
	 * Returns the defaults of this library: four attempts, 100 ms to 10 s of back-off,
	 * and a {@code Retry-After} of up to a minute.
	 * @return the defaults
	 */
	public static RetrySettings defaults() {
		return DEFAULTS;
	}

}
