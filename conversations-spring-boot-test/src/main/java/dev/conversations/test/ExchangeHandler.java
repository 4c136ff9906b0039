package dev.conversations.test;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
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

	private final Faults faults;

	private final Api api;

	private final int concurrencyLimit;

	ExchangeHandler(RequestLog log, Faults faults, Api api, int concurrencyLimit) {
		this.log = log;
		this.faults = faults;
		this.api = api;
		this.concurrencyLimit = concurrencyLimit;
	}

	@Override
	public Publisher<Void> apply(HttpServerRequest request, HttpServerResponse response) {
		long start = System.nanoTime();
		int concurrent = this.concurrentRequests.incrementAndGet();
		Runnable served = once(this.concurrentRequests::decrementAndGet);
		ReplyWriter writer = new ReplyWriter(response);
		return request.receive()
			.aggregate()
			.asByteArray()
			.defaultIfEmpty(EMPTY)
			.map((body) -> ApiRequest.of(request, body))
			.flatMap((received) -> reply(received, concurrent, writer.scheduler())
				.map((reply) -> received.acceptsGzip() ? reply.compressed() : reply))
			.flatMap((reply) -> {
				addHeaders(response, concurrent, start);
				// A client that has its answer may send the next request at once
				if (reply.ending() != Reply.Ending.HANG) {
					served.run();
				}
				return writer.write(reply);
			})
			.doFinally((signal) -> served.run());
	}

	private static Runnable once(Runnable action) {
		AtomicBoolean done = new AtomicBoolean();
		return () -> {
			if (done.compareAndSet(false, true)) {
				action.run();
			}
		};
	}

	private Mono<Reply> reply(ApiRequest request, int concurrent, Scheduler scheduler) {
		RecordedRequest recorded = request.record();
		this.log.add(recorded);
		if (concurrent > this.concurrencyLimit) {
			return Mono.just(Reply.of(Answer.of(ApiError.TOO_MANY_REQUESTS)));
		}
		@Nullable Fault fault = this.faults.take(recorded);
		return (fault != null) ? fault.apply(() -> this.api.answer(request), scheduler)
				: Mono.fromSupplier(() -> Reply.of(this.api.answer(request)));
	}

	private void addHeaders(HttpServerResponse response, int concurrent, long start) {
		double seconds = (System.nanoTime() - start) / 1e9;
		response.header("Twilio-Request-Id", this.requestIds.next("RQ"))
			.header("Twilio-Concurrent-Requests", String.valueOf(concurrent))
			.header("Twilio-Request-Duration", String.format(Locale.ROOT, "%.3f", seconds));
	}

}
