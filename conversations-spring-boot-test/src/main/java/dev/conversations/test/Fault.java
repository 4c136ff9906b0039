package dev.conversations.test;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A fault that befalls requests.
 */
final class Fault {

	private final Predicate<RecordedRequest> matcher;

	private final Duration delay;

	private final boolean processedFirst;

	private final Function<Supplier<Answer>, Reply> outcome;

	private int times;

	/**
	 * Creates a fault.
	 * @param matcher tells which requests it befalls
	 * @param times how many requests it befalls
	 * @param delay how long the request waits
	 * @param processedFirst whether the operation is carried out before the delay
	 * @param outcome makes a reply, and carries out the operation where it needs its
	 * answer
	 */
	Fault(Predicate<RecordedRequest> matcher, int times, Duration delay, boolean processedFirst,
			Function<Supplier<Answer>, Reply> outcome) {
		this.matcher = matcher;
		this.times = times;
		this.delay = delay;
		this.processedFirst = processedFirst;
		this.outcome = outcome;
	}

	boolean matches(RecordedRequest request) {
		return this.matcher.test(request);
	}

	/**
	 * Counts one request that it befalls, unless it befalls any number of them.
	 */
	void countDown() {
		if (this.times != Integer.MAX_VALUE) {
			this.times--;
		}
	}

	boolean isUsedUp() {
		return this.times == 0;
	}

	Mono<Reply> apply(Supplier<Answer> operation, Scheduler scheduler) {
		Supplier<Answer> answer = this.processedFirst ? done(operation) : operation;
		Mono<Reply> reply = Mono.fromSupplier(() -> this.outcome.apply(answer));
		return this.delay.isZero() ? reply : Mono.delay(this.delay, scheduler).then(reply);
	}

	private static Supplier<Answer> done(Supplier<Answer> operation) {
		Answer answer = operation.get();
		return () -> answer;
	}

}
