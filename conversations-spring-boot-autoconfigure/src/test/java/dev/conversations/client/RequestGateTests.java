package dev.conversations.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may send, in which order, and what a refusal by status 429 does to all, in virtual
 * time.
 */
@Isolated("Virtual time is there for the whole JVM")
class RequestGateTests {

	private final List<Attempt> started = new ArrayList<>();

	private final List<String> ended = new ArrayList<>();

	private VirtualTimeScheduler time;

	private RequestGate gate;

	@BeforeEach
	void start() {
		this.time = VirtualTime.start();
		this.gate = gate(2);
	}

	@AfterEach
	void stop() {
		VirtualTimeScheduler.reset();
	}

	private static RequestGate gate(int permits) {
		Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), () -> 0.5);
		return new RequestGate("client", permits, backoff, Duration.ofSeconds(60));
	}

	private Attempt enter(String name) {
		Attempt attempt = new Attempt(name);
		attempt.subscription = TestClients.admit(this.gate, attempt.mono())
			.subscribe((value) -> this.ended.add(name), (failure) -> this.ended.add(name + " failed"));
		return attempt;
	}

	@Test
	void permitsLimitWhatIsUnderWayFirstComeFirstServed() {
		List<Attempt> attempts = List.of(enter("a"), enter("b"), enter("c"), enter("d"));
		assertThat(this.started).containsExactly(attempts.get(0), attempts.get(1));
		assertThat(this.gate.waiting()).isEqualTo(2);
		attempts.get(1).succeed();
		attempts.get(0).fail(500, null);
		assertThat(this.started).containsExactlyElementsOf(attempts);
		assertThat(this.ended).containsExactly("b", "a failed");
	}

	@Test
	void cancelGivesThePermitBack() {
		Attempt first = enter("a");
		enter("b");
		Attempt third = enter("c");
		first.subscription.dispose();
		assertThat(this.started).contains(third);
		assertThat(this.gate.inUse()).isEqualTo(2);
	}

	@Test
	void cancelOfAWaitLeavesTheQueue() {
		Attempt first = enter("a");
		enter("b");
		Attempt third = enter("c");
		Attempt fourth = enter("d");
		third.subscription.dispose();
		first.succeed();
		assertThat(this.started).contains(fourth).doesNotContain(third);
		assertThat(this.gate.waiting()).isZero();
	}

	@Test
	void refusalClosesForAllThenOneProbeGoesFirst() {
		Attempt first = enter("a");
		first.fail(429, "3");
		Attempt second = enter("b");
		Attempt third = enter("c");
		this.time.advanceTimeBy(Duration.ofMillis(2999));
		assertThat(this.started).containsExactly(first);
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(this.started).containsExactly(first, second);
		second.succeed();
		assertThat(this.started).containsExactly(first, second, third);
	}

	@Test
	void refusalForTheLongestWaitThatIsAllowedCloses() {
		enter("a").fail(429, "60");
		Attempt next = enter("b");
		this.time.advanceTimeBy(Duration.ofMillis(59_999));
		assertThat(this.started).doesNotContain(next);
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(this.started).contains(next);
	}

	@Test
	void refusedProbeClosesAgain() {
		enter("a").fail(429, "1");
		Attempt probe = enter("b");
		Attempt waiting = enter("c");
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		probe.fail(429, "2");
		this.time.advanceTimeBy(Duration.ofMillis(1999));
		assertThat(this.started).doesNotContain(waiting);
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(this.started).contains(waiting);
	}

	@Test
	void probeThatSucceedsDoesNotOpenAGateThatWasClosedMeanwhile() {
		Attempt first = enter("a");
		Attempt older = enter("b");
		first.fail(429, "1");
		Attempt probe = enter("c");
		List<Attempt> waiting = List.of(enter("d"), enter("e"));
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		older.fail(429, "2");
		probe.succeed();
		this.time.advanceTimeBy(Duration.ofSeconds(2));
		assertThat(this.started).containsExactly(first, older, probe, waiting.get(0));
		waiting.get(0).succeed();
		assertThat(this.started).contains(waiting.get(1));
	}

	@Test
	void probeThatIsCancelledIsFollowedByAnother() {
		enter("a").fail(429, "1");
		Attempt probe = enter("b");
		Attempt next = enter("c");
		Attempt last = enter("d");
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		probe.subscription.dispose();
		assertThat(this.started).contains(next).doesNotContain(last);
	}

	@Test
	void probeThatFailsOtherwiseOpens() {
		enter("a").fail(429, "1");
		Attempt probe = enter("b");
		Attempt next = enter("c");
		Attempt last = enter("d");
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		probe.fail(500, null);
		assertThat(this.started).contains(next, last);
	}

	@Test
	void refusalWithoutRetryAfterClosesForABackoffThatDoubles() {
		for (int milliseconds : new int[] { 50, 100, 200 }) {
			Attempt refused = enter("refused");
			assertThat(this.started).contains(refused);
			refused.fail(429, null);
			Attempt probe = enter("probe");
			this.time.advanceTimeBy(Duration.ofMillis(milliseconds - 1));
			assertThat(this.started).doesNotContain(probe);
			probe.subscription.dispose();
			this.time.advanceTimeBy(Duration.ofMillis(1));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "Wed, 31 Dec 1969 23:59:59 GMT" })
	void retryAfterThatIsOverStillClosesForABackoff(String retryAfter) {
		enter("a").fail(429, retryAfter);
		Attempt next = enter("b");
		this.time.advanceTimeBy(Duration.ofMillis(49));
		assertThat(this.started).doesNotContain(next);
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(this.started).contains(next);
	}

	@Test
	void clockOfAWaitIsThatOfTheMoment() {
		VirtualTimeScheduler.reset();
		this.gate = gate(1);
		this.time = VirtualTime.start();
		enter("a").fail(429, "3");
		Attempt next = enter("b");
		this.time.advanceTimeBy(Duration.ofSeconds(3));
		assertThat(this.started).contains(next);
	}

	@Test
	void longerRetryAfterThanAllowedDoesNotClose() {
		enter("a").fail(429, "61");
		assertThat(this.started).contains(enter("b"));
	}

	@Test
	void longestOfSeveralWaitsCounts() {
		Attempt first = enter("a");
		Attempt second = enter("b");
		first.fail(429, "5");
		second.fail(429, "1");
		Attempt next = enter("c");
		this.time.advanceTimeBy(Duration.ofMillis(4999));
		assertThat(this.started).doesNotContain(next);
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(this.started).contains(next);
	}

	@Test
	void permitsShrinkWhenRefusalsRepeatAndRecoverStepByStep() {
		this.gate = gate(8);
		refuse();
		assertThat(this.gate.permits()).isEqualTo(8);
		refuse();
		assertThat(this.gate.permits()).isEqualTo(4);
		refuse();
		assertThat(this.gate.permits()).isEqualTo(2);
		succeed(2);
		assertThat(this.gate.permits()).isEqualTo(3);
		succeed(3 + 4 + 5 + 6 + 7);
		assertThat(this.gate.permits()).isEqualTo(8);
		succeed(8);
		refuse();
		assertThat(this.gate.permits()).isEqualTo(8);
	}

	@Test
	void refusalsOfWhatWasUnderWayCountAsOne() {
		this.gate = gate(8);
		List<Attempt> attempts = List.of(enter("a"), enter("b"), enter("c"), enter("d"));
		attempts.forEach((attempt) -> attempt.fail(429, "1"));
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		assertThat(this.gate.permits()).isEqualTo(8);
	}

	private void refuse() {
		enter("refused").fail(429, "1");
		this.time.advanceTimeBy(Duration.ofSeconds(1));
	}

	private void succeed(int times) {
		for (int i = 0; i < times; i++) {
			enter("success").succeed();
		}
	}

	@Test
	void shutDownEndsWaitsAndRefusesWhatComesLater() {
		this.gate = gate(1);
		enter("a");
		enter("b");
		this.gate.shutDown();
		enter("c");
		assertThat(this.ended).containsExactly("b failed", "c failed");
	}

	@Test
	void manyWaitersNeitherOverflowTheStackNorLosePermits() {
		this.gate = gate(10);
		for (int i = 0; i < 100_000; i++) {
			String name = "" + i;
			TestClients.admit(this.gate, Mono.just(name)).subscribe(this.ended::add);
		}
		assertThat(this.ended).hasSize(100_000);
		assertThat(this.gate.inUse()).isZero();
	}

	/**
	 * Attempt whose outcome a test decides.
	 */
	private final class Attempt {

		private final String name;

		private final Sinks.One<String> outcome = Sinks.one();

		private Disposable subscription;

		Attempt(String name) {
			this.name = name;
		}

		Mono<String> mono() {
			return this.outcome.asMono().doOnSubscribe((subscription) -> RequestGateTests.this.started.add(this));
		}

		void succeed() {
			this.outcome.tryEmitValue(this.name);
		}

		void fail(int status, String retryAfter) {
			this.outcome.tryEmitError(TestClients.answered(status, retryAfter));
		}

	}

}
