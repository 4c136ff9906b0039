package dev.conversations.test.faults;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.conversations.client.Paging;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A call that blocks is noticed on the threads that read answers, and allowed on those
 * that deliver them.
 */
class BlockingCallsTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	@Test
	void blockingCallOnAThreadThatMustNotBlockIsNoticed() {
		Throwable failure = Mono.fromRunnable(BlockingCallsTests::block)
			.subscribeOn(Schedulers.parallel())
			.then(Mono.<Throwable>empty())
			.onErrorResume(Mono::just)
			.block(LIMIT);
		assertThat(failure).isInstanceOf(BlockingOperationError.class);
	}

	@Test
	void subscriberOfAnAnswerMayBlock() {
		try (Scene scene = new Scene.Builder(0, 0).open()) {
			assertThat(Operation.FETCH.run(scene.twilio(), scene, Paging.defaults())
				.doOnNext((sid) -> block())
				.collectList()
				.block(LIMIT)).isEqualTo(scene.expected(Operation.FETCH));
		}
	}

	@Test
	void callThatDoesNotBlockIsNot() {
		try (Scene scene = new Scene.Builder(0, 0).open()) {
			assertThat(Operation.CONVERSATIONS.run(scene.twilio(), scene, Paging.defaults()).collectList().block(LIMIT))
				.isEqualTo(scene.expected(Operation.CONVERSATIONS));
		}
	}

	private static void block() {
		try {
			new CountDownLatch(1).await(1, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
