package dev.conversations.client;

import org.jspecify.annotations.Nullable;

/**
 * Answer of Twilio, read to its end. Two of them are never compared.
 *
 * @param status the HTTP status
 * @param requestId the header {@code Twilio-Request-Id}
 * @param retryAfter the header {@code Retry-After}
 * @param body the body, possibly empty
 */
@SuppressWarnings("ArrayRecordComponent")
record ApiResponse(int status, @Nullable String requestId, @Nullable String retryAfter, byte[] body) {

	boolean isSuccessful() {
		return this.status >= 200 && this.status < 300;
	}

}
