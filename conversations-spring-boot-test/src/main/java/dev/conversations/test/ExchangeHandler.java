package dev.conversations.test;

import java.util.Locale;
import java.util.Map;
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

	private final AtomicInteger strangers = new AtomicInteger();

	private final Sids requestIds = new Sids(2);

	private final RequestLog log;

	private final Faults faults;

	private final Accounts accounts;

	ExchangeHandler(RequestLog log, Faults faults, Accounts accounts) {
		this.log = log;
		this.faults = faults;
		this.accounts = accounts;
	}

	@Override
	public Publisher<Void> apply(HttpServerRequest request, HttpServerResponse response) {
		long start = System.nanoTime();
		@Nullable Account account = this.accounts.find(request.requestHeaders().get("Authorization"));
		AtomicInteger counter = (account != null) ? account.concurrentRequests() : this.strangers;
		int concurrent = counter.incrementAndGet();
		Runnable served = once(counter::decrementAndGet);
		ReplyWriter writer = new ReplyWriter(response);
		return RequestBody.read(request)
			.flatMap((body) -> reply(account, ReceivedRequest.of(request, body), concurrent, writer.scheduler()))
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

	private Mono<Reply> reply(@Nullable Account account, ReceivedRequest request, int concurrent, Scheduler scheduler) {
		RecordedRequest recorded = request.record((account != null) ? account.sid() : null);
		this.log.add(recorded);
		if (account != null) {
			account.log().add(recorded);
		}
		Mono<Reply> reply = request.tooLarge() ? refuse(Refusal.TOO_LARGE, Reply.LAST)
				: isOverload(account, concurrent) ? refuse(Refusal.TOO_MANY_REQUESTS, Map.of())
						: answer(account, request, this.faults.take(recorded), scheduler);
		return reply.map((plain) -> request.acceptsGzip() ? plain.compressed() : plain);
	}

	private static boolean isOverload(@Nullable Account account, int concurrent) {
		return account != null && concurrent > account.limits().concurrentRequests();
	}

	private static Mono<Reply> refuse(Refusal refusal, Map<String, String> headers) {
		return Mono.just(Reply.of(Answer.of(refusal)).withHeaders(headers));
	}

	private static Mono<Reply> answer(@Nullable Account account, ReceivedRequest request, @Nullable Fault fault,
			Scheduler scheduler) {
		return (fault != null) ? fault.apply(() -> Api.answer(account, request), scheduler)
				: Mono.fromSupplier(() -> Reply.of(Api.answer(account, request)));
	}

	private void addHeaders(HttpServerResponse response, int concurrent, long start) {
		double seconds = (System.nanoTime() - start) / 1e9;
		response.header("Twilio-Request-Id", this.requestIds.next("RQ"))
			.header("Twilio-Concurrent-Requests", String.valueOf(concurrent))
			.header("Twilio-Request-Duration", String.format(Locale.ROOT, "%.3f", seconds));
	}

}
