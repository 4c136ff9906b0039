package dev.conversations.client;

import java.io.Serial;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * There were too many requests at once: status 429. Twilio has not carried out the
 * request, so it may be sent again whatever its method.
 *
 * @since 0.1.0
 * @see <a href="https://www.twilio.com/docs/api/errors/20429">Error 20429</a>
 */
public final class RateLimitedException extends TwilioApiException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final boolean heldByGate;

	RateLimitedException(ApiError error, boolean heldByGate) {
		super(error);
		this.heldByGate = heldByGate;
	}

	/**
	 * Returns whether the gate holds requests back until the wait is over.
	 */
	boolean isHeldByGate() {
		return this.heldByGate;
	}

	/**
	 * Returns how long the server asks to wait.
	 * @return zero or more, or {@code null} if the answer has no readable
	 * {@code Retry-After} (RFC 9110, section 10.2.3)
	 */
	public @Nullable Duration retryAfter() {
		return serverDelay();
	}

}
