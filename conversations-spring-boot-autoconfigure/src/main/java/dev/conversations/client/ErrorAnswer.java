package dev.conversations.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientResponse;

/**
 * Answer that tells of an error. A gateway on the way may send another body than Twilio
 * does, or none.
 *
 * @param status the HTTP status
 * @param requestId the header {@code Twilio-Request-Id}
 * @param retryAfter how long the server asks to wait
 * @param body the body, or {@code null} if it is not Twilio's
 */
record ErrorAnswer(int status, @Nullable String requestId, @Nullable Duration retryAfter, @Nullable ErrorBody body) {

	/**
	 * Reads the answer. A date in {@code Retry-After} is compared with the clock that
	 * virtual time replaces.
	 */
	static ErrorAnswer read(ClientResponse response, DataBuffer body) {
		HttpHeaders headers = response.headers().asHttpHeaders();
		Duration retryAfter = RetryAfter.parse(headers.getFirst(HttpHeaders.RETRY_AFTER),
				Instant.ofEpochMilli(Schedulers.parallel().now(TimeUnit.MILLISECONDS)));
		return new ErrorAnswer(response.statusCode().value(), headers.getFirst("Twilio-Request-Id"), retryAfter,
				Json.read(body.asInputStream(), ErrorBody.class));
	}

	@Nullable Integer code() {
		return (this.body != null) ? this.body.code() : null;
	}

}
