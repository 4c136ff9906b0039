package dev.conversations.client;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.subscriber.TestSubscriber;

import org.springframework.beans.BeanUtils;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever becomes of an answer that has come in, its body is released, and the permits
 * come back.
 */
class UnreadAnswerTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final ByteBuf body = Unpooled.wrappedBuffer(new byte[] { 1 });

	private final RequestGate accountGate = gate();

	private final RequestGate connectionGate = gate();

	private final Connections connections = new Connections(this.connectionGate, LIMIT);

	private static RequestGate gate() {
		return new RequestGate("client", 1, new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), () -> 0),
				Duration.ofSeconds(1));
	}

	private UnreadAnswer<Integer> unread(Function<DataBuffer, Integer> reader) {
		return new UnreadAnswer<>(new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT).wrap(this.body), reader);
	}

	private Mono<Integer> attempt(Mono<UnreadAnswer<Integer>> exchange) {
		return Attempt.of(TestClients.REQUEST, this.accountGate, this.connections, new TimeBudget(LIMIT),
				(connection) -> exchange);
	}

	private void assertNothingIsKept() {
		assertThat(this.body.refCnt()).as("references of the body").isZero();
		assertThat(this.accountGate.inUse()).as("permits of the account").isZero();
		assertThat(this.connectionGate.inUse()).as("permits of connections").isZero();
		assertThat(this.connections).extracting("underWay").isEqualTo(Set.of());
	}

	@Test
	void answerIsReadAndReleased() {
		StepVerifier.create(attempt(Mono.just(unread((body) -> (int) body.read()))))
			.expectNext(1)
			.expectComplete()
			.verify(LIMIT);
		assertNothingIsKept();
	}

	@ParameterizedTest
	@ValueSource(classes = { IllegalStateException.class, StackOverflowError.class, NoClassDefFoundError.class })
	void answerThatCannotBeReadIsAFailure(Class<? extends Throwable> type) {
		StepVerifier.create(attempt(Mono.just(unread((body) -> {
			throw sneaky(BeanUtils.instantiateClass(type));
		})))).expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(TwilioException.class)).verify(LIMIT);
		assertNothingIsKept();
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
		throw (T) failure;
	}

	@Test
	void answerWhenCancelledBeforeItsEndIsReleased() {
		TestPublisher<UnreadAnswer<Integer>> exchange = TestPublisher.create();
		TestSubscriber<Integer> subscriber = TestSubscriber.create();
		attempt(Mono.fromDirect(exchange)).subscribe(subscriber);
		exchange.next(unread((body) -> 1));
		assertThat(this.body.refCnt()).isEqualTo(1);
		subscriber.cancel();
		assertNothingIsKept();
	}

	@Test
	void answerWhenItComesAfterTheCancellationIsReleased() {
		TestPublisher<UnreadAnswer<Integer>> exchange = TestPublisher
			.createNoncompliant(TestPublisher.Violation.DEFER_CANCELLATION);
		TestSubscriber<Integer> subscriber = TestSubscriber.create();
		attempt(Mono.fromDirect(exchange)).subscribe(subscriber);
		subscriber.cancel();
		exchange.next(unread((body) -> 1));
		assertNothingIsKept();
	}

	@Test
	void answerWhenTheTransportIsClosedIsReleased() {
		TestPublisher<UnreadAnswer<Integer>> exchange = TestPublisher.create();
		TestSubscriber<Integer> subscriber = TestSubscriber.create();
		attempt(Mono.fromDirect(exchange)).subscribe(subscriber);
		exchange.next(unread((body) -> 1));
		this.connections.close();
		assertThat(subscriber.expectTerminalError()).isInstanceOf(TwilioException.class);
		assertNothingIsKept();
	}

}
