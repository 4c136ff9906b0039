package dev.conversations.client;

/**
 * Reason for which a request is sent again.
 */
enum RetryReason {

	TOO_MANY_REQUESTS("429"),

	SERVER_ERROR("5xx"),

	CONNECTION("connection"),

	TIMEOUT("timeout");

	private final String value;

	RetryReason(String value) {
		this.value = value;
	}

	static RetryReason of(TwilioException failure) {
		if (failure instanceof RateLimitedException) {
			return TOO_MANY_REQUESTS;
		}
		if (failure instanceof TwilioConnectionException connection) {
			return connection.isTimeout() ? TIMEOUT : CONNECTION;
		}
		return SERVER_ERROR;
	}

	/**
	 * Returns the value of the tag.
	 */
	@Override
	public String toString() {
		return this.value;
	}

}
