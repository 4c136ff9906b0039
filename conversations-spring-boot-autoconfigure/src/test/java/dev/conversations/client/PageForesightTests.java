package dev.conversations.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.subscriber.TestSubscriber;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where a consumer wants everything, the next page is requested on the strength of its
 * link before the page is read. A page that cannot be read shows that.
 */
class PageForesightTests {

	@Test
	void pageBehindOneThatIsStillToBeReadIsRequested() {
		ScriptedPages pages = ScriptedPages.of(2, 2, 2, 2).byHand().failing(1).guessing(1, 2);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), Long.MAX_VALUE);
		assertThat(subscriber.getReceivedOnNext()).isEqualTo(pages.recordsOf(1));
		assertThat(subscriber.expectTerminalError()).isInstanceOf(PagingException.class);
		assertThat(pages.requested()).containsExactly(0, 1, 2);
		assertThat(pages.cancellations()).isEqualTo(1);
		assertThat(pages.inFlight()).isZero();
	}

	@ParameterizedTest
	@MethodSource
	void pageThatMayNotBeDueIsNotRequested(UnaryOperator<ScriptedPages> script, long demand) {
		ScriptedPages pages = script.apply(ScriptedPages.of(2, 2, 2).byHand().failing(0).guessing(0, 1));
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), demand);
		assertThat(subscriber.expectTerminalError()).isInstanceOf(PagingException.class);
		assertThat(pages.requested()).containsExactly(0);
	}

	static Stream<Arguments> pageThatMayNotBeDueIsNotRequested() {
		return Stream.of(arguments((pages) -> pages, 1_000), arguments(ScriptedPages::lazily, Long.MAX_VALUE),
				arguments((pages) -> pages.limited(1_000), Long.MAX_VALUE),
				arguments((pages) -> pages.maxEmptyPages(0), Long.MAX_VALUE),
				arguments((pages) -> pages.guessing(0, 0), Long.MAX_VALUE));
	}

	private static Arguments arguments(UnaryOperator<ScriptedPages> script, long demand) {
		return Arguments.of(script, demand);
	}

	@Test
	void pageWhileTheConsumerWorksIsNotRequested() {
		ScriptedPages pages = ScriptedPages.of(2, 2, 2).byHand().failing(1).guessing(1, 2);
		AtomicInteger received = new AtomicInteger();
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements().doOnNext((record) -> {
			if (received.getAndIncrement() == 0) {
				pages.answer();
			}
		}), Long.MAX_VALUE);
		assertThat(subscriber.expectTerminalError()).isInstanceOf(PagingException.class);
		assertThat(received).hasValue(2);
		assertThat(pages.requested()).containsExactly(0, 1);
	}

	@Test
	void wrongGuessIsCancelledAndTheLastOne() {
		ScriptedPages pages = ScriptedPages.of(2, 2, 2, 2).byHand().guessing(0, 2).guessing(1, 3);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), Long.MAX_VALUE);
		subscriber.expectTerminalSignal();
		assertThat(subscriber.getReceivedOnNext()).isEqualTo(pages.records());
		assertThat(pages.requested()).containsExactly(0, 2, 1, 2, 3);
		assertThat(pages.cancellations()).isEqualTo(1);
	}

	@Test
	void wrongGuessAtTheEndIsCancelled() {
		ScriptedPages pages = ScriptedPages.of(2, 2, 2).byHand().linking(0, 3).guessing(0, 1);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), Long.MAX_VALUE);
		assertThat(subscriber.isTerminatedComplete()).isTrue();
		assertThat(subscriber.getReceivedOnNext()).isEqualTo(pages.recordsOf(1));
		assertThat(pages.requested()).containsExactly(0, 1);
		assertThat(pages.cancellations()).isEqualTo(1);
	}

	@Test
	void guessIsCancelledWithTheStream() {
		ScriptedPages pages = ScriptedPages.of(2, 2, 2);
		TestSubscriber<Integer> subscriber = TestSubscriber.create();
		Sinks.Empty<Void> answer = Sinks.empty();
		pages.delivered((page) -> (pages.requests() == 1)
				? answer.asMono().then(page.doOnNext((read) -> subscriber.cancel())) : Mono.never());
		pages.elements().subscribe(subscriber);
		answer.tryEmitEmpty().orThrow();
		assertThat(pages.requested()).containsExactly(0, 1);
		assertThat(pages.inFlight()).isZero();
		assertThat(subscriber.getReceivedOnNext()).isEmpty();
	}

	@Test
	void pageThatComesBeforeTheOneInFrontIsReadWaits() {
		ScriptedPages pages = ScriptedPages.of(2, 2, 2);
		List<Integer> read = new ArrayList<>();
		Sinks.Empty<Void> answer = Sinks.empty();
		pages.delivered((page) -> ((pages.requests() == 1) ? answer.asMono().then(page) : page)
			.doOnNext((fetched) -> read.addAll(fetched.records())));
		TestSubscriber<Integer> subscriber = TestSubscriber.create();
		pages.elements().subscribe(subscriber);
		answer.tryEmitEmpty().orThrow();
		assertThat(read).containsExactly(2, 3, 0, 1, 4, 5);
		assertThat(subscriber.getReceivedOnNext()).isEqualTo(pages.records());
		assertThat(subscriber.isTerminatedComplete()).isTrue();
	}

	@Test
	void failureBehindWaitsForTheRecordsInFront() {
		ScriptedPages pages = ScriptedPages.of(2, 2, 2).failing(1);
		pages.startingAt(pages.cursor(ScriptedPages.link(0), 1));
		Sinks.Empty<Void> answer = Sinks.empty();
		pages.delivered((page) -> (pages.requests() == 1) ? answer.asMono().then(page) : page);
		TestSubscriber<Integer> subscriber = TestSubscriber.create();
		pages.elements().subscribe(subscriber);
		answer.tryEmitEmpty().orThrow();
		assertThat(subscriber.getReceivedOnNext()).containsExactly(1);
		PagingException failure = (PagingException) subscriber.expectTerminalError();
		assertThat(failure.resumeCursor()).isEqualTo(pages.cursor(ScriptedPages.link(1), 0));
		assertThat(pages.requested()).containsExactly(0, 1);
	}

}
