package dev.conversations.client;

import java.io.Serial;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * No access token could be had. The failure is that of every request which waits for the
 * token, none of which was sent.
 */
final class TokenException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final int status;

	private final @Nullable Integer code;

	private final @Nullable Duration retryAfter;

	private final boolean retryable;

	private TokenException(String message, int status, @Nullable Integer code, @Nullable Duration retryAfter,
			boolean retryable) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
		this.retryAfter = retryAfter;
		this.retryable = retryable;
	}

	/**
	 * The token endpoint answered with an error, of whose text nothing is kept.
	 */
	static TokenException refused(ApiResponse response) {
		int status = response.status();
		ErrorBody body = Json.read(response.body(), ErrorBody.class);
		Integer code = (body != null) ? body.code() : null;
		return new TokenException(status + ((code != null) ? ", code " + code : ""), status, code,
				response.serverDelay(), status == 429 || status >= 500);
	}

	static TokenException unusable() {
		return new TokenException("the answer has none to use", 0, null, null, false);
	}

	static TokenException unreachable(Throwable failure) {
		return new TokenException(Failures.root(failure).getClass().getSimpleName(), 0, null, null, true);
	}

	/**
	 * The error of a request. That the credentials were refused is told by any status of
	 * the client's fault, as token endpoints answer with 400, too.
	 */
	TwilioException of(ApiRequest request) {
		String message = request.description() + ": no access token could be had: " + getMessage();
		if (this.status == 0) {
			return new TwilioConnectionException(message, this.retryable, this.retryable, request.resumeCursor());
		}
		ApiError error = new ApiError(message, this.status, this.code, null, null, this.retryAfter, this.retryable,
				this.retryable, request.resumeCursor());
		if (this.status == 429) {
			return new RateLimitedException(error);
		}
		return (this.status >= 400 && this.status < 500) ? new AuthenticationFailedException(error)
				: new TwilioApiException(error);
	}

}
