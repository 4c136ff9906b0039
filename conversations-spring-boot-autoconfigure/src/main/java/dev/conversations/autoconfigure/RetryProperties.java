package dev.conversations.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Properties that say how often and how soon a request is sent again.
 *
 * @since 0.1.0
 */
public class RetryProperties {

	/**
	 * Attempts at a request at most, the first one included.
	 */
	private @Nullable Integer maxAttempts;

	/**
	 * Bound of the first back-off, which doubles with each further one.
	 */
	private @Nullable Duration minBackoff;

	/**
	 * Largest bound of a back-off.
	 */
	private @Nullable Duration maxBackoff;

	/**
	 * Longest Retry-After that is obeyed; a longer one is an error at once.
	 */
	private @Nullable Duration maxRetryAfter;

	public @Nullable Integer getMaxAttempts() {
		return this.maxAttempts;
	}

	public void setMaxAttempts(@Nullable Integer maxAttempts) {
		this.maxAttempts = maxAttempts;
	}

	public @Nullable Duration getMinBackoff() {
		return this.minBackoff;
	}

	public void setMinBackoff(@Nullable Duration minBackoff) {
		this.minBackoff = minBackoff;
	}

	public @Nullable Duration getMaxBackoff() {
		return this.maxBackoff;
	}

	public void setMaxBackoff(@Nullable Duration maxBackoff) {
		this.maxBackoff = maxBackoff;
	}

	public @Nullable Duration getMaxRetryAfter() {
		return this.maxRetryAfter;
	}

	public void setMaxRetryAfter(@Nullable Duration maxRetryAfter) {
		this.maxRetryAfter = maxRetryAfter;
	}

}
