package dev.conversations.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Permits come back and others go on, whatever attempts and subscribers throw.
 */
class RequestGateFailureTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final RequestGate gate = new RequestGate("client", 1,
			new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), () -> 0), Duration.ofSeconds(1));

	private <T> Mono<T> admit(Mono<T> attempt) {
		return TestClients.admit(this.gate, attempt);
	}

	private static Mono<String> overflow() {
		return Mono.defer(() -> {
			throw new StackOverflowError();
		});
	}

	private void checkOpen() {
		assertThat(this.gate.inUse()).isZero();
		assertThat(this.gate.waiting()).isZero();
		StepVerifier.create(admit(Mono.just("next"))).expectNext("next").expectComplete().verify(LIMIT);
	}

	@Test
	void attemptWhenTheStackIsExhaustedIsAnErrorAndGivesItsPermitBack() {
		StepVerifier.create(admit(overflow())).expectErrorSatisfies(RequestGateFailureTests::check).verify(LIMIT);
		checkOpen();
	}

	@Test
	void attemptThatHadToWaitWhenTheStackIsExhaustedIsAnErrorAndGivesItsPermitBack() {
		Sinks.Empty<String> first = Sinks.empty();
		admit(first.asMono()).subscribe();
		StepVerifier.create(admit(overflow()))
			.then(first::tryEmitEmpty)
			.expectErrorSatisfies(RequestGateFailureTests::check)
			.verify(LIMIT);
		checkOpen();
	}

	private static void check(Throwable failure) {
		assertThat(failure).isInstanceOf(TwilioConnectionException.class).hasMessageEndingWith("StackOverflowError");
	}

	@Test
	void shutDownWhenASubscriberThrowsEndsTheOtherWaits() {
		List<Throwable> failures = new ArrayList<>();
		Disposable underWay = admit(Mono.never()).subscribe();
		Consumer<Throwable> throwing = (failure) -> {
			throw new IllegalStateException("thrown by a subscriber");
		};
		admit(Mono.never()).subscribe((value) -> {
		}, throwing);
		Mono<String> other = admit(Mono.just("other"));
		StepVerifier.create(other).then(() -> {
			try {
				this.gate.shutDown();
			}
			catch (IllegalStateException ex) {
				failures.add(ex);
			}
		}).expectError(TwilioConnectionException.class).verify(LIMIT);
		assertThat(failures).hasSize(1);
		underWay.dispose();
	}

	@Test
	void subscriberWithoutDemandHasNoPermit() {
		Unhurried subscriber = new Unhurried();
		admit(Mono.just("first")).subscribe(subscriber);
		checkOpen();
		subscriber.request(1);
		subscriber.request(1);
		assertThat(subscriber.received).containsExactly("first");
		checkOpen();
	}

	/**
	 * Subscriber that requests when it is told to.
	 */
	private static final class Unhurried extends BaseSubscriber<String> {

		private final List<String> received = new ArrayList<>();

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			// Nothing is requested yet
		}

		@Override
		protected void hookOnNext(String value) {
			this.received.add(value);
		}

	}

}
