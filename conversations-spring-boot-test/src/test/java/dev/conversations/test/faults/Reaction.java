package dev.conversations.test.faults;

import dev.conversations.client.PagingException;
import dev.conversations.client.RateLimitedException;
import dev.conversations.client.TwilioApiException;
import dev.conversations.client.TwilioConnectionException;
import dev.conversations.client.TwilioException;

/**
 * What the client has to make of a fault: the retry table.
 */
enum Reaction {

	/**
	 * No connection was had.
	 */
	UNCONNECTED(TwilioConnectionException.class, Again.ALWAYS),

	/**
	 * The connection was lost or the answer took too long.
	 */
	LOST(TwilioConnectionException.class, Again.IF_IDEMPOTENT),

	/**
	 * Status 500, 502, 503 or 504.
	 */
	SERVER_ERROR(TwilioApiException.class, Again.IF_IDEMPOTENT),

	/**
	 * Status 429.
	 */
	TOO_MANY(RateLimitedException.class, Again.ALWAYS),

	/**
	 * Status 429 with a longer wait than allowed.
	 */
	TOO_LONG(RateLimitedException.class, Again.NEVER),

	/**
	 * Status 503 with a longer wait than allowed.
	 */
	UNAVAILABLE(TwilioApiException.class, Again.NEVER),

	/**
	 * A successful answer without the JSON that is due.
	 */
	NOT_JSON(TwilioConnectionException.class, Again.NEVER),

	/**
	 * An answer that cannot be read at all.
	 */
	UNREADABLE(TwilioConnectionException.class, Again.NEVER),

	/**
	 * Any other status.
	 */
	REFUSED(TwilioApiException.class, Again.NEVER),

	/**
	 * A next link that must not be followed.
	 */
	MISLED(PagingException.class, Again.NEVER);

	private final Class<? extends TwilioException> error;

	private final Again again;

	Reaction(Class<? extends TwilioException> error, Again again) {
		this.error = error;
		this.again = again;
	}

	Class<? extends TwilioException> error() {
		return this.error;
	}

	boolean isOutcomeUnknown() {
		return this.again == Again.IF_IDEMPOTENT || this == UNAVAILABLE;
	}

	boolean isSentAgain(Operation operation) {
		return this.again == Again.ALWAYS || (this.again == Again.IF_IDEMPOTENT && operation.isIdempotent());
	}

	/**
	 * Whether a request is sent again.
	 */
	private enum Again {

		ALWAYS, IF_IDEMPOTENT, NEVER

	}

}
