package dev.conversations.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Decides whether and when a request is sent again. Nothing is set up for that before an
 * attempt has failed. A refusal by status 429 is not waited for here, since the gate
 * holds back all requests until the wait is over. The last error has those of the earlier
 * attempts suppressed in it.
 */
final class RetryPolicy {

	private final TwilioHttp http;

	private final RetrySettings settings;

	private final Predicate<TwilioException> retryable;

	RetryPolicy(TwilioHttp http, Predicate<TwilioException> retryable) {
		this.http = http;
		this.settings = http.settings().retry();
		this.retryable = retryable;
	}

	/**
	 * Goes on after the first attempt has failed.
	 */
	<T> Mono<T> resume(Mono<T> attempt, TwilioException failure) {
		if (!isDue(failure, 1)) {
			return Mono.error(failure);
		}
		return Mono.deferContextual((context) -> {
			Consumer<TwilioException> listener = this.http.observer().retries(context);
			List<TwilioException> earlier = new ArrayList<>();
			Retry again = Retry.from((signals) -> next(signals, earlier, listener));
			return next(failure, earlier, listener).then(attempt.retryWhen(again));
		});
	}

	private Publisher<?> next(Flux<Retry.RetrySignal> signals, List<TwilioException> earlier,
			Consumer<TwilioException> listener) {
		return signals.concatMap((signal) -> {
			if (signal.failure() instanceof TwilioException failure && isDue(failure, earlier.size() + 1)) {
				return next(failure, earlier, listener);
			}
			earlier.forEach(signal.failure()::addSuppressed);
			return Mono.error(signal.failure());
		});
	}

	private Mono<Long> next(TwilioException failure, List<TwilioException> earlier,
			Consumer<TwilioException> listener) {
		earlier.add(failure);
		listener.accept(failure);
		return delay(failure, earlier.size());
	}

	private boolean isDue(TwilioException failure, int attempts) {
		Duration retryAfter = failure.serverDelay();
		return this.retryable.test(failure) && attempts < this.settings.maxAttempts()
				&& (retryAfter == null || retryAfter.compareTo(this.settings.maxRetryAfter()) <= 0);
	}

	private Mono<Long> delay(TwilioException failure, int failures) {
		if (failure instanceof RateLimitedException refused && refused.isHeldByGate()) {
			return Mono.just(0L);
		}
		return this.http.pause(this.http.backoff().after(failures, failure.serverDelay()));
	}

}
