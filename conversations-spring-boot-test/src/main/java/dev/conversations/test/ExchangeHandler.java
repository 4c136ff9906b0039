package dev.conversations.test;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Takes a request off the wire and puts its answer on it.
 */
final class ExchangeHandler implements BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {

	private static final byte[] EMPTY = {};

	private final AtomicInteger concurrentRequests = new AtomicInteger();

	private final Sids requestIds = new Sids(2);

	private final RequestLog log;

	private final Api api;

	ExchangeHandler(RequestLog log, Api api) {
		this.log = log;
		this.api = api;
	}

	@Override
	public Publisher<Void> apply(HttpServerRequest request, HttpServerResponse response) {
		long start = System.nanoTime();
		int concurrent = this.concurrentRequests.incrementAndGet();
		return request.receive().aggregate().asByteArray().defaultIfEmpty(EMPTY).flatMap((body) -> {
			ApiRequest received = ApiRequest.of(request, body);
			this.log.add(received.record());
			Answer answer = this.api.answer(received);
			addHeaders(response, concurrent, start);
			return write(received, answer, response);
		}).doFinally((signal) -> this.concurrentRequests.decrementAndGet());
	}

	private void addHeaders(HttpServerResponse response, int concurrent, long start) {
		double seconds = (System.nanoTime() - start) / 1e9;
		response.header("Twilio-Request-Id", this.requestIds.next("RQ"))
			.header("Twilio-Concurrent-Requests", String.valueOf(concurrent))
			.header("Twilio-Request-Duration", String.format(Locale.ROOT, "%.3f", seconds));
	}

	private Mono<Void> write(ApiRequest request, Answer answer, HttpServerResponse response) {
		response.status(answer.status());
		if (answer.body() == null) {
			return response.send();
		}
		byte[] content = Json.write(answer.body());
		response.header("Content-Type", "application/json");
		if (request.acceptsGzip()) {
			content = Gzip.compress(content);
			response.header("Content-Encoding", "gzip");
		}
		response.header("Content-Length", String.valueOf(content.length));
		return response.sendByteArray(Mono.just(content)).then();
	}

}
