package dev.conversations.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientResponse;

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

	private static final byte[] EMPTY = {};

	/**
	 * Reads an answer. The body of an error may be missing or unreadable, as by a
	 * malformed {@code Content-Type}, which is thrown.
	 */
	static Mono<ApiResponse> read(ClientResponse response) {
		Mono<byte[]> body = Mono.defer(() -> response.bodyToMono(byte[].class)).defaultIfEmpty(EMPTY);
		if (!response.statusCode().is2xxSuccessful()) {
			body = body.onErrorReturn(EMPTY);
		}
		HttpHeaders headers = response.headers().asHttpHeaders();
		return body.map((bytes) -> new ApiResponse(response.statusCode().value(), headers.getFirst("Twilio-Request-Id"),
				headers.getFirst(HttpHeaders.RETRY_AFTER), bytes));
	}

	boolean isSuccessful() {
		return this.status >= 200 && this.status < 300;
	}

	/**
	 * How long the server asks to wait, on the clock that virtual time replaces.
	 */
	@Nullable Duration serverDelay() {
		return RetryAfter.parse(this.retryAfter,
				Instant.ofEpochMilli(Schedulers.parallel().now(TimeUnit.MILLISECONDS)));
	}

}
