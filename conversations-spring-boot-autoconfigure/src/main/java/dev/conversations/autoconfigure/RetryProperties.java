package dev.conversations.autoconfigure;

import java.time.Duration;

/**
 * How often and how soon a request is sent again.
 *
 * @since 0.1.0
 */
public class RetryProperties {

	/**
	 * How often a request is sent at most, the first attempt included.
	 */
	private Integer maxAttempts = 4;

	/**
	 * Bound of the first back-off, which doubles with each further one.
	 */
	private Duration minBackoff = Duration.ofMillis(100);

	/**
	 * Largest bound of a back-off.
	 */
	private Duration maxBackoff = Duration.ofSeconds(10);

	/**
	 * Longest Retry-After that is obeyed; a longer one is an error at once.
	 */
	private Duration maxRetryAfter = Duration.ofSeconds(60);

	public Integer getMaxAttempts() {
		return this.maxAttempts;
	}

	public void setMaxAttempts(Integer maxAttempts) {
		this.maxAttempts = maxAttempts;
	}

	public Duration getMinBackoff() {
		return this.minBackoff;
	}

	public void setMinBackoff(Duration minBackoff) {
		this.minBackoff = minBackoff;
	}

	public Duration getMaxBackoff() {
		return this.maxBackoff;
	}

	public void setMaxBackoff(Duration maxBackoff) {
		this.maxBackoff = maxBackoff;
	}

	public Duration getMaxRetryAfter() {
		return this.maxRetryAfter;
	}

	public void setMaxRetryAfter(Duration maxRetryAfter) {
		this.maxRetryAfter = maxRetryAfter;
	}

}
