package dev.conversations.test;

import java.time.Duration;
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

	private final AtomicInteger strangers = new AtomicInteger();

	private final Sids requestIds = new Sids(2);

	private final RequestLog log;

	private final Faults faults;

	private final Accounts accounts;

	private final AnswerListener listener;

	private final @Nullable ControlEndpoint control;

	ExchangeHandler(RequestLog log, Faults faults, Accounts accounts, AnswerListener listener,
			@Nullable ControlEndpoint control) {
		this.log = log;
		this.faults = faults;
		this.accounts = accounts;
		this.listener = listener;
		this.control = control;
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
		if (this.control != null && ControlEndpoint.isControl(request)) {
			return Mono.just(this.control.reply(request));
		}
		long start = System.nanoTime();
		RecordedRequest recorded = request.record((account != null) ? account.sid() : null);
		this.log.add(recorded);
		if (account != null) {
			account.log().add(recorded);
		}
		return answer(account, request, recorded, concurrent, scheduler)
			.doOnNext((reply) -> this.listener.answered(recorded, reply, Duration.ofNanos(System.nanoTime() - start)))
			.map((reply) -> request.acceptsGzip() ? reply.compressed() : reply);
	}

	private Mono<Reply> answer(@Nullable Account account, ReceivedRequest request, RecordedRequest recorded,
			int concurrent, Scheduler scheduler) {
		if (request.body().isTooLarge()) {
			return Mono.just(Reply.of(Answer.of(Refusal.TOO_LARGE)).withHeaders(Reply.LAST));
		}
		if (account != null && concurrent > account.limits().concurrentRequests()) {
			return Mono.just(Reply.of(Answer.of(Refusal.TOO_MANY_REQUESTS)));
		}
		@Nullable Fault fault = this.faults.take(recorded);
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
