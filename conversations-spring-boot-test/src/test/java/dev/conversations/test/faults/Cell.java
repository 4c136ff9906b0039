package dev.conversations.test.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import dev.conversations.client.Paging;
import dev.conversations.client.TwilioException;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One cell of the matrix: a fault, an operation, and for a list the page that is
 * befallen.
 *
 * @param fault the fault
 * @param operation the operation
 * @param page index of the page
 * @param readAhead whether the list is read ahead
 */
record Cell(Fault fault, Operation operation, int page, boolean readAhead) {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	/**
	 * Shorter than the response time-out, by which anything would come back.
	 */
	private static final Duration QUIET_LIMIT = Duration.ofSeconds(10);

	/**
	 * Brings the fault about and checks everything.
	 * @return what happened, in short
	 */
	String run() {
		Scene.Builder builder = new Scene.Builder(this.page, this.fault.times());
		this.fault.stage().accept(builder);
		try (Scene scene = builder.open()) {
			String outcome = (scene.consumerError() != null) ? breakConsumer(scene) : befall(scene);
			assertThat(scene.isAuthorized()).as("credentials at the origin").isTrue();
			assertThat(scene.isCredentialAstray()).as("credentials astray").isFalse();
			return outcome;
		}
	}

	private String befall(Scene scene) {
		List<String> delivered = new CopyOnWriteArrayList<>();
		TwilioException failure = run(scene, paging(), delivered);
		int attempts = scene.attempts();
		check(scene, delivered, failure, attempts);
		Awaitility.await().atMost(QUIET_LIMIT).until(scene::isQuiet);
		checkSequel(scene, delivered, failure);
		return ((failure != null) ? failure.getClass().getSimpleName().replace("Exception", "") : "ok") + " ×"
				+ (attempts - this.page - following(failure));
	}

	/**
	 * Throws what ends a stream without any signal, after which all has to come back. An
	 * answer that comes in while the stream is still being subscribed to is delivered on
	 * this thread, and what the consumer throws comes out here.
	 */
	private String breakConsumer(Scene scene) {
		List<String> delivered = new CopyOnWriteArrayList<>();
		CountDownLatch thrown = new CountDownLatch(1);
		Flux<String> broken = this.operation.run(scene.twilio(), scene, paging()).doOnEach((signal) -> {
			if (!signal.isOnNext() || delivered.size() == this.page * Scene.PAGE_SIZE) {
				thrown.countDown();
				throw scene.consumerError().get();
			}
			delivered.add(signal.get());
		});
		try {
			broken.subscribe();
		}
		catch (VirtualMachineError | LinkageError ex) {
			assertThat(thrown.getCount()).as("not thrown yet, but %s", ex).isZero();
		}
		Awaitility.await().atMost(LIMIT).until(() -> thrown.getCount() == 0);
		Awaitility.await().atMost(QUIET_LIMIT).until(scene::isQuiet);
		assertThat(delivered).isEqualTo(scene.expected(this.operation).subList(0, this.page * Scene.PAGE_SIZE));
		checkSequel(scene, delivered, null);
		return "all comes back";
	}

	private @Nullable TwilioException run(Scene scene, Paging paging, List<String> delivered) {
		try {
			this.operation.run(scene.twilio(), scene, paging).doOnNext(delivered::add).then().block(LIMIT);
			return null;
		}
		catch (TwilioException ex) {
			return ex;
		}
	}

	private Paging paging() {
		return Paging.defaults().withPageSize(Scene.PAGE_SIZE).withReadAhead(this.readAhead);
	}

	/**
	 * How many pages came after the one that was befallen.
	 */
	private int following(@Nullable TwilioException failure) {
		return (this.operation.isList() && failure == null) ? Scene.PAGES - 1 - this.page : 0;
	}

	private void check(Scene scene, List<String> delivered, @Nullable TwilioException failure, int attempts) {
		Expectation expected = Expectation.of(this.fault, this.operation);
		assertThat(failure == null).as("completes, but for %s", failure).isEqualTo(expected.error() == null);
		assertThat(attempts).as("attempts").isEqualTo(this.page + expected.attempts() + following(failure));
		List<String> all = scene.expected(this.operation);
		assertThat(delivered).as("delivered").isEqualTo((failure != null) ? all.subList(0, deliverable()) : all);
		if (failure != null) {
			assertThat(failure).isExactlyInstanceOf(expected.error());
			check(failure, expected);
		}
	}

	private void check(TwilioException failure, Expectation expected) {
		if (expected.error() == this.fault.reaction().error()) {
			assertThat(failure).hasMessageContaining(this.fault.reason());
		}
		assertThat(failure.toString()).doesNotContain(Scene.ADA, Operation.NEW, "Basic");
		assertThat(failure.resumeCursor() != null).as("has a cursor").isEqualTo(this.operation.isList());
		assertThat(failure.getSuppressed()).as("earlier attempts")
			.filteredOn(TwilioException.class::isInstance)
			.hasSize(expected.attempts() - 1);
	}

	private int deliverable() {
		if (!this.operation.isList()) {
			return 0;
		}
		return (this.page + ((this.fault.reaction() == Reaction.MISLED) ? 1 : 0)) * Scene.PAGE_SIZE;
	}

	/**
	 * Once the fault is over, a list goes on where it broke off, and anything else works
	 * again.
	 */
	private void checkSequel(Scene scene, List<String> delivered, @Nullable TwilioException failure) {
		scene.heal();
		if (this.operation.isList() && failure != null) {
			assertThat(run(scene, paging().startingAt(failure.resumeCursor()), delivered)).isNull();
			assertThat(delivered).isEqualTo(scene.expected(this.operation));
		}
		else {
			assertThat(Operation.PARTICIPANTS.run(scene.twilio(), scene, Paging.defaults()).count().block(LIMIT))
				.isPositive();
		}
	}

	@Override
	public String toString() {
		return this.fault + ": " + column();
	}

	String column() {
		return this.operation.isList() ? this.operation + ", page " + (this.page + 1) : this.operation.toString();
	}

}
