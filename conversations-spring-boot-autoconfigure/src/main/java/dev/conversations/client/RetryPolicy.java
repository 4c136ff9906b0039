package dev.conversations.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
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

	private final RetrySettings settings;

	private final Backoff backoff;

	private final OperationObserver observer;

	private final CloseSignal closed;

	/**
	 * Creates a policy.
	 * @param closed ends all waits
	 */
	RetryPolicy(RetrySettings settings, Backoff backoff, OperationObserver observer, CloseSignal closed) {
		this.settings = settings;
		this.backoff = backoff;
		this.observer = observer;
		this.closed = closed;
	}

	/**
	 * Subscribes again to what has failed.
	 */
	<T> Mono<T> retry(Mono<T> attempt, Predicate<TwilioException> retryable) {
		return attempt.onErrorResume(TwilioException.class, (failure) -> resume(attempt, failure, retryable));
	}

	private <T> Mono<T> resume(Mono<T> attempt, TwilioException failure, Predicate<TwilioException> retryable) {
		if (!isDue(failure, 1, retryable)) {
			return Mono.error(failure);
		}
		return Mono.deferContextual((context) -> {
			Retries retries = new Retries(retryable, this.observer.retries(context));
			return retries.prepare(failure).then(attempt.retryWhen(Retry.from(retries::prepareAll)));
		});
	}

	private boolean isDue(TwilioException failure, int attempts, Predicate<TwilioException> retryable) {
		Duration retryAfter = failure.serverDelay();
		return retryable.test(failure) && attempts < this.settings.maxAttempts()
				&& (retryAfter == null || retryAfter.compareTo(this.settings.maxRetryAfter()) <= 0);
	}

	private Mono<Long> delay(TwilioException failure, int failures) {
		if (failure instanceof RateLimitedException refused && refused.isHeldByGate()) {
			return Mono.just(0L);
		}
		return pause(failures, failure.serverDelay());
	}

	/**
	 * Waits in a back-off, which ends when the transport is closed.
	 * @param failures how often it failed in a row, 1 or more
	 * @param asked how long the server asks to wait
	 */
	Mono<Long> pause(int failures, @Nullable Duration asked) {
		return Mono.delay(this.backoff.after(failures, asked)).takeUntilOther(this.closed.asMono()).defaultIfEmpty(0L);
	}

	/**
	 * Retries of one request.
	 */
	private final class Retries {

		private final Predicate<TwilioException> retryable;

		private final Consumer<TwilioException> listener;

		private final List<TwilioException> earlier = new ArrayList<>();

		Retries(Predicate<TwilioException> retryable, Consumer<TwilioException> listener) {
			this.retryable = retryable;
			this.listener = listener;
		}

		Mono<Long> prepare(TwilioException failure) {
			this.earlier.add(failure);
			this.listener.accept(failure);
			return delay(failure, this.earlier.size());
		}

		Publisher<?> prepareAll(Flux<Retry.RetrySignal> signals) {
			return signals.concatMap((signal) -> prepareIfDue(signal.failure()));
		}

		private Mono<Long> prepareIfDue(Throwable failure) {
			if (failure instanceof TwilioException known && isDue(known, this.earlier.size() + 1, this.retryable)) {
				return prepare(known);
			}
			this.earlier.forEach(failure::addSuppressed);
			return Mono.error(failure);
		}

	}

}
