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
	UNCONNECTED(TwilioConnectionException.class, Again.ALWAYS, "no connection could be had: "),

	/**
	 * The connection was lost.
	 */
	LOST(TwilioConnectionException.class, Again.IF_IDEMPOTENT, "the exchange was broken off"),

	/**
	 * The answer did not come in time.
	 */
	LATE(TwilioConnectionException.class, Again.IF_IDEMPOTENT, "the answer took too long"),

	/**
	 * Status 500, 502, 503 or 504.
	 */
	SERVER_ERROR(TwilioApiException.class, Again.IF_IDEMPOTENT, ": 50"),

	/**
	 * Status 429.
	 */
	TOO_MANY(RateLimitedException.class, Again.ALWAYS, ": 429, code 20429"),

	/**
	 * Status 429 with a longer wait than allowed.
	 */
	TOO_LONG(RateLimitedException.class, Again.NEVER, ": 429, code 20429"),

	/**
	 * Status 503 with a longer wait than allowed.
	 */
	UNAVAILABLE(TwilioApiException.class, Again.NEVER, ": 503"),

	/**
	 * A successful answer without the JSON that is due.
	 */
	NOT_JSON(TwilioConnectionException.class, Again.NEVER, "the answer is not the JSON object that is due"),

	/**
	 * An answer that cannot be read at all.
	 */
	UNREADABLE(TwilioConnectionException.class, Again.NEVER, "the exchange was broken off"),

	/**
	 * Any other status.
	 */
	REFUSED(TwilioApiException.class, Again.NEVER, ": 30"),

	/**
	 * A next link that must not be followed.
	 */
	MISLED(PagingException.class, Again.NEVER, "leads to another origin"),

	/**
	 * A page of far more records than were asked for.
	 */
	OVERSIZED(PagingException.class, Again.NEVER, "more than 1000 records"),

	/**
	 * None, since it is the consumer that fails.
	 */
	NONE(TwilioException.class, Again.NEVER, "");

	private final Class<? extends TwilioException> error;

	private final Again again;

	private final String reason;

	Reaction(Class<? extends TwilioException> error, Again again, String reason) {
		this.error = error;
		this.again = again;
		this.reason = reason;
	}

	Class<? extends TwilioException> error() {
		return this.error;
	}

	/**
	 * What a message holds, unless a fault knows better.
	 */
	String reason() {
		return this.reason;
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
