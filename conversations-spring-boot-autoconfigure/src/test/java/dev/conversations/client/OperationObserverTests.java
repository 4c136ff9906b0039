package dev.conversations.client;

import java.time.Duration;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Operations are observed by a convention, and their retries are reported without one.
 */
class OperationObserverTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	@Test
	void conventionOfTheApplicationReplacesTheDefaultOne() {
		ConversationsObservationConvention convention = new DefaultConversationsObservationConvention() {

			@Override
			public KeyValues getLowCardinalityKeyValues(ConversationsObservationContext context) {
				return super.getLowCardinalityKeyValues(context).and("team", "support");
			}

		};
		OperationObserver observer = new OperationObserver("support", this.registry, convention);
		observer.observe(Operation.CONVERSATIONS_LIST, Flux.just(1)).blockLast(LIMIT);
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo("twilio.conversations")
			.that()
			.hasContextualNameEqualTo("twilio conversations list")
			.hasLowCardinalityKeyValue("client", "support")
			.hasLowCardinalityKeyValue("resource", "conversations")
			.hasLowCardinalityKeyValue("outcome", "SUCCESS")
			.hasLowCardinalityKeyValue("team", "support");
	}

	@Test
	void retryIsReportedForTheOperationOfItsContext() {
		OperationObserver observer = new OperationObserver("support", ObservationRegistry.NOOP, null);
		StringBuilder reported = new StringBuilder();
		observer.addRetryListener((operation, reason) -> reported.append(operation).append(' ').append(reason));
		TwilioConnectionException failure = new TwilioConnectionException("late", Outcome.REPEATABLE, null, true);
		Mono<Void> retried = Mono.deferContextual((context) -> {
			observer.retries(context).accept(failure);
			return Mono.empty();
		});
		retried.block(LIMIT);
		assertThat(reported).isEmpty();
		observer.observe(Operation.CONVERSATIONS_FETCH, retried).block(LIMIT);
		assertThat(reported).hasToString("conversations.fetch timeout");
	}

}
