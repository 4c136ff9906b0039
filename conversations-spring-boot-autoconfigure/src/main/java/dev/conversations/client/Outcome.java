package dev.conversations.client;

/**
 * Tells whether a request that failed may be sent again.
 */
enum Outcome {

	/**
	 * The request was not carried out, or does no harm if it is carried out twice. It may
	 * succeed if it is sent again.
	 */
	REPEATABLE,

	/**
	 * The request may have been carried out, and must not be carried out twice.
	 */
	UNKNOWN,

	/**
	 * The same request would fail again.
	 */
	FINAL;

	/**
	 * The outcome of a request that was sent, and whose answer was lost or tells of a
	 * failure that may pass.
	 */
	static Outcome unanswered(ApiRequest request) {
		return request.isIdempotent() ? REPEATABLE : UNKNOWN;
	}

}
