package dev.conversations.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import dev.conversations.client.ConversationsObservationContext.Outcome;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Observes operations: each subscription is one observation, whose children are the
 * requests of all attempts and pages. Retries are reported to listeners, also without an
 * observation. Errors that arrive after an operation was cancelled are dropped in
 * silence.
 */
final class OperationObserver {

	/**
	 * The key under which Reactor finds what is done with an error that comes after the
	 * subscriber has cancelled. Otherwise it logs each.
	 */
	private static final String LATE_ERRORS = "reactor.onErrorDropped.local";

	private static final ConversationsObservationConvention DEFAULT_CONVENTION = new DefaultConversationsObservationConvention();

	private final String client;

	private final ObservationRegistry registry;

	private final @Nullable ConversationsObservationConvention convention;

	private final List<RetryListener> retryListeners = new CopyOnWriteArrayList<>();

	/**
	 * Creates an observer.
	 * @param client the name of the client
	 * @param registry the registry, which may be {@link ObservationRegistry#NOOP}
	 * @param convention the convention, or {@code null} for the default one
	 */
	OperationObserver(String client, ObservationRegistry registry,
			@Nullable ConversationsObservationConvention convention) {
		this.client = client;
		this.registry = registry;
		this.convention = convention;
	}

	/**
	 * Returns the name of the client.
	 */
	String client() {
		return this.client;
	}

	<T> Mono<T> observe(Operation operation, Mono<T> mono) {
		Mono<T> marked = mono.contextWrite((context) -> mark(operation, context)).checkpoint(operation.toString());
		if (this.registry.isNoop()) {
			return marked;
		}
		return Mono.deferContextual((context) -> {
			Running running = start(operation, context);
			return marked.doOnSuccess((value) -> running.stop(Outcome.SUCCESS))
				.doOnError(running::fail)
				.doOnCancel(() -> running.stop(Outcome.CANCELLED))
				.contextWrite(running::write);
		});
	}

	<T> Flux<T> observe(Operation operation, Flux<T> flux) {
		Flux<T> marked = flux.contextWrite((context) -> mark(operation, context)).checkpoint(operation.toString());
		if (this.registry.isNoop()) {
			return marked;
		}
		return Flux.deferContextual((context) -> {
			Running running = start(operation, context);
			return marked.doOnComplete(() -> running.stop(Outcome.SUCCESS))
				.doOnError(running::fail)
				.doOnCancel(() -> running.stop(Outcome.CANCELLED))
				.contextWrite(running::write);
		});
	}

	private static Context mark(Operation operation, Context context) {
		Context marked = context.put(Operation.class, operation);
		Consumer<Throwable> ignore = OperationObserver::ignore;
		return marked.hasKey(LATE_ERRORS) ? marked : marked.put(LATE_ERRORS, ignore);
	}

	private static void ignore(Throwable failure) {
	}

	/**
	 * Adds a listener to all retries that follow.
	 */
	void addRetryListener(RetryListener listener) {
		this.retryListeners.add(listener);
	}

	/**
	 * Returns what reports and logs the retries of the operation that a context belongs
	 * to. It takes the failure that a request is sent again for.
	 */
	Consumer<TwilioException> retries(ContextView context) {
		Operation operation = context.getOrDefault(Operation.class, null);
		return (operation != null) ? (failure) -> retried(operation, RetryReason.of(failure)) : (failure) -> {
		};
	}

	private void retried(Operation operation, RetryReason reason) {
		ClientLog.retried(this.client, operation, reason);
		this.retryListeners.forEach((listener) -> listener.retried(operation, reason));
	}

	private Running start(Operation operation, ContextView context) {
		ConversationsObservationContext observed = new ConversationsObservationContext(this.client,
				operation.resource(), operation.operation());
		Observation observation = ConversationsObservationDocumentation.OPERATION
			.observation(this.convention, DEFAULT_CONVENTION, () -> observed, this.registry)
			.parentObservation(context.getOrDefault(ObservationThreadLocalAccessor.KEY, null))
			.start();
		return new Running(observation, observed, new AtomicBoolean());
	}

	/**
	 * Operation under way, which ends once.
	 *
	 * @param observation its observation
	 * @param observed the context of the observation
	 * @param stopped whether it has ended
	 */
	private record Running(Observation observation, ConversationsObservationContext observed, AtomicBoolean stopped) {

		Context write(Context context) {
			return context.put(ObservationThreadLocalAccessor.KEY, this.observation);
		}

		void fail(Throwable failure) {
			this.observation.error(failure);
			stop(Outcome.ERROR);
		}

		void stop(Outcome outcome) {
			if (this.stopped.compareAndSet(false, true)) {
				this.observed.setOutcome(outcome);
				this.observation.stop();
			}
		}

	}

}
