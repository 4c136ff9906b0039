package dev.conversations.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Decides whether and when a request is sent again. A refusal by status 429 is not waited
 * for here, since the gate holds back all requests until the wait is over. What earlier
 * attempts failed for is suppressed in the error of the last one.
 */
final class RetryPolicy extends Retry {

	private final RetrySettings settings;

	private final Backoff backoff;

	private final Predicate<TwilioException> retryable;

	private final Mono<Void> shutDown;

	private final Runnable listener;

	RetryPolicy(RetrySettings settings, Backoff backoff, Mono<Void> shutDown, Predicate<TwilioException> retryable,
			Runnable listener) {
		this.settings = settings;
		this.backoff = backoff;
		this.shutDown = shutDown;
		this.retryable = retryable;
		this.listener = listener;
	}

	@Override
	public Publisher<?> generateCompanion(Flux<RetrySignal> signals) {
		List<Throwable> earlier = new ArrayList<>();
		return signals.concatMap((signal) -> {
			Throwable failure = signal.failure();
			if (failure instanceof TwilioException known && isDue(known, signal.totalRetries() + 1)) {
				earlier.add(failure);
				this.listener.run();
				return delay(known, (int) signal.totalRetries() + 1);
			}
			earlier.forEach(failure::addSuppressed);
			return Mono.error(failure);
		});
	}

	private boolean isDue(TwilioException failure, long attempts) {
		Duration retryAfter = failure.serverDelay();
		return this.retryable.test(failure) && attempts < this.settings.maxAttempts()
				&& (retryAfter == null || retryAfter.compareTo(this.settings.maxRetryAfter()) <= 0);
	}

	private Mono<Long> delay(TwilioException failure, int failures) {
		if (failure instanceof RateLimitedException) {
			return Mono.just(0L);
		}
		return Mono.delay(this.backoff.after(failures, failure.serverDelay()))
			.takeUntilOther(this.shutDown)
			.defaultIfEmpty(0L);
	}

}
