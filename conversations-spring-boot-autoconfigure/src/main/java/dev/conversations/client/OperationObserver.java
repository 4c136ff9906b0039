package dev.conversations.client;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

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
 * requests of all attempts and pages. Its keys tell the operation, the outcome and
 * Twilio's code, and nothing personal. What fails after an operation was cancelled is of
 * no interest to anybody.
 */
final class OperationObserver {

	private static final String NAME = "twilio.conversations";

	private static final String OUTCOME = "outcome";

	private static final String CODE = "code";

	/**
	 * Where Reactor looks for what is done with an error that comes after the subscriber
	 * has cancelled. Otherwise it logs each.
	 */
	private static final String LATE_ERRORS = "reactor.onErrorDropped.local";

	private static final Observation.Event RETRY = Observation.Event.of("retry");

	private final ObservationRegistry registry;

	OperationObserver(ObservationRegistry registry) {
		this.registry = registry;
	}

	<T> Mono<T> observe(String operation, Mono<T> mono) {
		Mono<T> marked = mono.contextWrite(OperationObserver::ignoreLateErrors)
			.checkpoint("ParticipantClient." + operation);
		if (this.registry.isNoop()) {
			return marked;
		}
		return Mono.deferContextual((context) -> {
			Operation running = start(operation, context);
			return marked.doOnSuccess((value) -> running.stop("SUCCESS"))
				.doOnError(running::fail)
				.doOnCancel(() -> running.stop("CANCELLED"))
				.contextWrite(running::write);
		});
	}

	<T> Flux<T> observe(String operation, Flux<T> flux) {
		Flux<T> marked = flux.contextWrite(OperationObserver::ignoreLateErrors)
			.checkpoint("ParticipantClient." + operation);
		if (this.registry.isNoop()) {
			return marked;
		}
		return Flux.deferContextual((context) -> {
			Operation running = start(operation, context);
			return marked.doOnComplete(() -> running.stop("SUCCESS"))
				.doOnError(running::fail)
				.doOnCancel(() -> running.stop("CANCELLED"))
				.contextWrite(running::write);
		});
	}

	private static Context ignoreLateErrors(Context context) {
		Consumer<Throwable> ignore = (failure) -> {
		};
		return context.hasKey(LATE_ERRORS) ? context : context.put(LATE_ERRORS, ignore);
	}

	/**
	 * What counts the retries of the operation that a context belongs to.
	 */
	Runnable retries(ContextView context) {
		Observation observation = this.registry.isNoop() ? null : parent(context);
		return (observation != null) ? () -> observation.event(RETRY) : () -> {
		};
	}

	private Operation start(String operation, ContextView context) {
		Observation observation = Observation.createNotStarted(NAME, this.registry)
			.contextualName("twilio " + operation)
			.parentObservation(parent(context))
			.lowCardinalityKeyValue("operation", operation)
			.lowCardinalityKeyValue(OUTCOME, "UNKNOWN")
			.lowCardinalityKeyValue(CODE, "none")
			.start();
		return new Operation(observation, new AtomicBoolean());
	}

	private static @Nullable Observation parent(ContextView context) {
		return context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
	}

	/**
	 * Operation under way, which ends once.
	 *
	 * @param observation its observation
	 * @param stopped whether it has ended
	 */
	private record Operation(Observation observation, AtomicBoolean stopped) {

		Context write(Context context) {
			return context.put(ObservationThreadLocalAccessor.KEY, this.observation);
		}

		void fail(Throwable failure) {
			if (failure instanceof TwilioApiException answer && answer.code() != null) {
				this.observation.lowCardinalityKeyValue(CODE, answer.code().toString());
			}
			this.observation.error(failure);
			stop("ERROR");
		}

		void stop(String outcome) {
			if (this.stopped.compareAndSet(false, true)) {
				this.observation.lowCardinalityKeyValue(OUTCOME, outcome);
				this.observation.stop();
			}
		}

	}

}
