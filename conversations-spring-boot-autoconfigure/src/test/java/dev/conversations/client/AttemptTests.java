package dev.conversations.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An attempt leaves nothing behind, whenever it is cancelled.
 */
@Isolated("Virtual time is there for the whole JVM")
class AttemptTests {

	private final Disposable.Swap subscription = Disposables.swap();

	private final RequestGate accountGate = gate();

	private final RequestGate connectionGate = gate();

	private boolean sent;

	@BeforeEach
	void cancelWhenTheClockIsRead() {
		VirtualTimeScheduler.set(new CancellingClock());
	}

	@AfterEach
	void resumeTheClock() {
		VirtualTimeScheduler.reset();
	}

	private static RequestGate gate() {
		return new RequestGate("client", 1, new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), () -> 0),
				Duration.ofSeconds(1));
	}

	@Test
	void attemptThatIsCancelledJustBeforeItIsSentIsForgotten() {
		Connections connections = new Connections(this.connectionGate, Duration.ofSeconds(30));
		Mono<String> attempt = Attempt.of(TestClients.REQUEST, this.accountGate, connections,
				new TimeBudget(Duration.ofSeconds(30)), (connection) -> {
					this.sent = true;
					return Mono.never();
				});
		attempt.doOnSubscribe((subscription) -> this.subscription.update(subscription::cancel)).subscribe();
		assertThat(this.subscription.isDisposed()).isTrue();
		assertThat(this.sent).isFalse();
		assertThat(connections).extracting("underWay").isEqualTo(Set.of());
		assertThat(this.accountGate.inUse()).isZero();
		assertThat(this.connectionGate.inUse()).isZero();
	}

	/**
	 * Clock that is read when both permits are there and the request is about to be sent.
	 */
	private final class CancellingClock extends VirtualTimeScheduler {

		CancellingClock() {
			super(false);
		}

		@Override
		public long now(TimeUnit unit) {
			AttemptTests.this.subscription.dispose();
			return super.now(unit);
		}

	}

}
