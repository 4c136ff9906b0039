package dev.conversations.client;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Threads enter, succeed, fail, are refused and cancel at random: there are never more
 * requests than permits, every permit comes back, and nobody waits for ever.
 */
class RequestGateStressTests {

	private static final int PERMITS = 5;

	private static final int THREADS = 4;

	private static final int ATTEMPTS = 4_000;

	private final Scheduler scheduler = Schedulers.newParallel("stress", THREADS);

	private final RequestGate gate = new RequestGate("client", PERMITS,
			new Backoff(Duration.ofNanos(1000), Duration.ofMillis(1), () -> ThreadLocalRandom.current().nextDouble()),
			Duration.ofSeconds(1));

	private final AtomicInteger underWay = new AtomicInteger();

	private final AtomicInteger most = new AtomicInteger();

	private final CountDownLatch left = new CountDownLatch(THREADS * ATTEMPTS);

	@AfterEach
	void stop() {
		this.scheduler.dispose();
	}

	@RepeatedTest(3)
	void permitsAreNeverExceededAndAllComeBack() throws Exception {
		long seed = System.nanoTime();
		for (int thread = 0; thread < THREADS; thread++) {
			Random random = new Random(seed + thread);
			this.scheduler.schedule(() -> run(random));
		}
		assertThat(this.left.await(60, TimeUnit.SECONDS)).as("all ended, seed %d", seed).isTrue();
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> this.gate.inUse() == 0);
		assertThat(this.gate.waiting()).as("seed %d", seed).isZero();
		assertThat(this.most).as("seed %d", seed).hasValueLessThanOrEqualTo(PERMITS);
		assertThat(admit(Mono.just(1)).block(Duration.ofSeconds(10))).isEqualTo(1);
	}

	private void run(Random random) {
		for (int i = 0; i < ATTEMPTS; i++) {
			Disposable request = admit(attempt(random)).doFinally((signal) -> this.left.countDown())
				.subscribe((value) -> {
				}, (failure) -> {
				});
			if (random.nextInt(3) == 0) {
				this.scheduler.schedule(request::dispose, random.nextInt(1_000), TimeUnit.MICROSECONDS);
			}
		}
	}

	private <T> Mono<T> admit(Mono<T> attempt) {
		return TestClients.admit(this.gate, attempt);
	}

	private Mono<Integer> attempt(Random random) {
		int outcome = random.nextInt(20);
		Mono<Integer> answer = (random.nextInt(4) == 0) ? Mono.just(outcome)
				: Mono.delay(Duration.ofNanos(random.nextInt(100_000)), this.scheduler).thenReturn(outcome);
		return Mono.defer(() -> {
			this.most.accumulateAndGet(this.underWay.incrementAndGet(), Math::max);
			return answer.map(RequestGateStressTests::answer)
				.doOnTerminate(this.underWay::decrementAndGet)
				.doOnCancel(this.underWay::decrementAndGet);
		});
	}

	private static int answer(int outcome) {
		if (outcome == 0) {
			throw TestClients.answered(429, "0");
		}
		if (outcome < 4) {
			throw TestClients.answered(503, null);
		}
		return outcome;
	}

}
