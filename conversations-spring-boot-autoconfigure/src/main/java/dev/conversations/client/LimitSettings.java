package dev.conversations.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Limits of requests.
 *
 * @param responseTimeout how long one attempt may take, with the wait for an access token
 * and up to the end of the body, but without the wait for a permit
 * @param maxInMemorySize how large a body may be, in bytes
 * @param maxConnections how many requests of all accounts are under way at most, 1 or
 * more; no more than there are connections, since a connection that is waited for counts
 * towards the response time-out
 * @param maxConcurrentRequests how many requests of one account are under way at most, 1
 * or more
 * @param writesPerSecond how many writes are sent to the participants of a conversation
 * in a second, 1 or more, or {@code null} for no limit
 * @since 0.1.0
 */
public record LimitSettings(Duration responseTimeout, int maxInMemorySize, int maxConnections,
		int maxConcurrentRequests, @Nullable Integer writesPerSecond) {

	private static final LimitSettings DEFAULTS = new LimitSettings(Duration.ofSeconds(30), 16 * 1024 * 1024, 100, 100,
			null);

	/**
	 * Creates settings.
	 * @throws IllegalArgumentException if a value is out of its range
	 */
	public LimitSettings {
		Assert.isTrue(!responseTimeout.isNegative() && !responseTimeout.isZero(), "'responseTimeout' must be positive");
		Arguments.time("responseTimeout", responseTimeout);
		Assert.isTrue(maxInMemorySize > 0, "'maxInMemorySize' must be positive");
		Assert.isTrue(maxConnections > 0, "'maxConnections' must be positive");
		Assert.isTrue(maxConcurrentRequests > 0, "'maxConcurrentRequests' must be positive");
		Assert.isTrue(writesPerSecond == null || writesPerSecond > 0, "'writesPerSecond' must be positive");
	}

	/**
	 * Returns the defaults of this library: 30 seconds, 16 MB, 100 connections, 100
	 * requests of an account, and no limit for writes.
	 * @return the defaults
	 */
	public static LimitSettings defaults() {
		return DEFAULTS;
	}

	/**
	 * Returns a copy with a response time-out.
	 * @param responseTimeout how long one attempt may take
	 * @return a copy with the time-out
	 */
	public LimitSettings withResponseTimeout(Duration responseTimeout) {
		return new LimitSettings(responseTimeout, this.maxInMemorySize, this.maxConnections, this.maxConcurrentRequests,
				this.writesPerSecond);
	}

	/**
	 * Returns a copy with a limit for bodies.
	 * @param maxInMemorySize how large a body may be, in bytes
	 * @return a copy with the limit
	 */
	public LimitSettings withMaxInMemorySize(int maxInMemorySize) {
		return new LimitSettings(this.responseTimeout, maxInMemorySize, this.maxConnections, this.maxConcurrentRequests,
				this.writesPerSecond);
	}

	/**
	 * Returns a copy with limits for requests that are under way.
	 * @param maxConnections how many requests of all accounts are under way at most
	 * @param maxConcurrentRequests how many requests of one account are under way at most
	 * @return a copy with the limits
	 */
	public LimitSettings withConcurrency(int maxConnections, int maxConcurrentRequests) {
		return new LimitSettings(this.responseTimeout, this.maxInMemorySize, maxConnections, maxConcurrentRequests,
				this.writesPerSecond);
	}

	/**
	 * Returns a copy with a pace of writes.
	 * @param writesPerSecond how many writes are sent to the participants of a
	 * conversation in a second, or {@code null} for no limit
	 * @return a copy with the pace
	 */
	public LimitSettings withWritesPerSecond(@Nullable Integer writesPerSecond) {
		return new LimitSettings(this.responseTimeout, this.maxInMemorySize, this.maxConnections,
				this.maxConcurrentRequests, writesPerSecond);
	}

}
