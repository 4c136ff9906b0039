package dev.conversations.test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/**
 * The body of a request, of which the simulator keeps a limited number of bytes. A few
 * more are read and dropped, since most clients take an answer only once they have sent
 * all.
 */
final class RequestBody {

	private static final int LIMIT = 1024 * 1024;

	private static final int READ_LIMIT = 16 * LIMIT;

	private final ByteArrayOutputStream content = new ByteArrayOutputStream();

	private long length;

	private RequestBody() {
	}

	static Mono<RequestBody> read(HttpServerRequest request) {
		return Mono.defer(() -> {
			RequestBody body = new RequestBody();
			return request.receive()
				.asByteArray()
				.doOnNext(body::add)
				.takeUntil((chunk) -> body.length > READ_LIMIT)
				.then(Mono.just(body));
		});
	}

	boolean isTooLarge() {
		return this.length > LIMIT;
	}

	/**
	 * Returns the content, which is empty if it is too large.
	 * @return the content as text
	 */
	String text() {
		return this.content.toString(StandardCharsets.UTF_8);
	}

	private void add(byte[] chunk) {
		this.length += chunk.length;
		if (isTooLarge()) {
			this.content.reset();
		}
		else {
			this.content.writeBytes(chunk);
		}
	}

}
