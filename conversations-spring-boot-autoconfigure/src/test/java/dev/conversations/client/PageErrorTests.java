package dev.conversations.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.conversations.client.ScriptedPages.Arrival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.subscriber.TestSubscriber;
import reactor.util.context.Context;
import reactor.util.retry.Retry;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Errors wait for what came before them, cancellation, the context.
 */
class PageErrorTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	@ParameterizedTest
	@EnumSource
	void elementsBeforeAFailedPageAreDelivered(Arrival arrival) {
		ScriptedPages pages = arrival.of(20, 20, 20, 20).failing(3);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), Long.MAX_VALUE);
		assertThat(subscriber.getReceivedOnNext()).isEqualTo(pages.recordsOf(3));
		assertThat(subscriber.expectTerminalError()).hasMessage("GET /list: the page failed");
	}

	@ParameterizedTest
	@EnumSource
	void pagesBeforeAFailedOneAreDelivered(Arrival arrival) {
		ScriptedPages pages = arrival.of(20, 20, 20).failing(2);
		TestSubscriber<Page<Integer>> subscriber = pages.subscribe(pages.pages(), Long.MAX_VALUE);
		assertThat(subscriber.getReceivedOnNext()).flatExtracting(Page::items).isEqualTo(pages.recordsOf(2));
		assertThat(subscriber.expectTerminalError()).isInstanceOf(PagingException.class);
	}

	@Test
	void errorWhenTheNextPageFailsEarlyWaitsUntilAllIsDelivered() {
		ScriptedPages pages = ScriptedPages.of(2, 3, 3).failing(2);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), 0);
		step(subscriber, 3);
		assertThat(pages.requested()).containsExactly(0, 1, 2);
		step(subscriber, 2);
		assertThat(subscriber.getReceivedOnNext()).isEqualTo(pages.recordsOf(2));
		assertThat(subscriber.isTerminated()).isFalse();
		step(subscriber, 1);
		assertThat(subscriber.isTerminatedError()).isTrue();
	}

	@Test
	void errorOfABadLinkWaitsForDemand() {
		ScriptedPages pages = ScriptedPages.of(2, 2).badLink(0);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), 2);
		assertThat(subscriber.getReceivedOnNext()).containsExactly(0, 1);
		assertThat(subscriber.isTerminated()).isFalse();
		subscriber.request(1);
		assertThat(subscriber.expectTerminalError()).hasMessage("GET /list: the next link is bad");
	}

	@Test
	void errorOfACycleWaitsForDemand() {
		ScriptedPages pages = ScriptedPages.of(2, 2).linking(0, 0);
		TestSubscriber<Page<Integer>> subscriber = pages.subscribe(pages.pages(), 1);
		assertThat(subscriber.isTerminated()).isFalse();
		subscriber.request(1);
		assertThat(subscriber.isTerminatedError()).isTrue();
	}

	@Test
	void errorWithLazyReadingComesAfterAllElements() {
		ScriptedPages pages = ScriptedPages.of(2, 2).failing(1).lazily();
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), 3);
		assertThat(subscriber.getReceivedOnNext()).containsExactly(0, 1);
		assertThat(subscriber.isTerminatedError()).isTrue();
	}

	@Test
	void sourceWithoutAPageIsAnError() {
		ScriptedPages pages = ScriptedPages.of(2).delivered((page) -> Mono.empty());
		StepVerifier.create(pages.elements()).expectError(IllegalStateException.class).verify(LIMIT);
	}

	@Test
	void retryInsideTheSourceRepeatsNothing() {
		ScriptedPages pages = ScriptedPages.of(2, 2, 2).failing(1);
		pages.delivered((page) -> page.retryWhen(Retry.max(1).doBeforeRetry((signal) -> pages.healed())));
		StepVerifier.create(pages.elements()).expectNext(0, 1, 2, 3, 4, 5).expectComplete().verify(LIMIT);
	}

	@Test
	void cancelBeforeDemandRequestsNothing() {
		ScriptedPages pages = ScriptedPages.of(2);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), 0);
		subscriber.cancel();
		subscriber.request(1);
		assertThat(pages.requested()).isEmpty();
	}

	@Test
	void cancelCancelsTheRequestInFlight() {
		ScriptedPages pages = ScriptedPages.of(2, 2).byHand();
		TestSubscriber<Integer> subscriber = TestSubscriber.create();
		pages.elements().subscribe(subscriber);
		subscriber.cancel();
		assertThat(pages.cancellations()).isEqualTo(1);
		assertThat(pages.inFlight()).isZero();
		assertThat(subscriber.getReceivedOnNext()).isEmpty();
	}

	@Test
	void cancelWhileReadingAheadCancelsTheRequest() {
		ScriptedPages pages = ScriptedPages.of(2, 2).byHand();
		TestSubscriber<Page<Integer>> subscriber = TestSubscriber.create();
		pages.pages().subscribe(subscriber);
		pages.answer();
		subscriber.cancel();
		assertThat(pages.requested()).containsExactly(0, 1);
		assertThat(pages.cancellations()).isEqualTo(1);
		assertThat(pages.inFlight()).isZero();
	}

	@Test
	void cancelDuringDeliveryStopsIt() {
		ScriptedPages pages = ScriptedPages.many(5, 20);
		StepVerifier.create(pages.elements()).expectNextCount(7).thenCancel().verify(LIMIT);
		StepVerifier.create(pages.elements().takeUntil((element) -> element == 6))
			.expectNextCount(7)
			.expectComplete()
			.verify(LIMIT);
		assertThat(pages.inFlight()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void contextReachesEveryPage(Arrival arrival) {
		ScriptedPages pages = arrival.of(2, 0, 2);
		Flux<Integer> elements = pages.elements().contextWrite(Context.of("tenant", "a"));
		pages.subscribe(elements, Long.MAX_VALUE);
		assertThat(pages.contexts()).hasSize(3).allMatch((context) -> context.get("tenant").equals("a"));
	}

	@Test
	void contextReachesEveryAttempt() {
		ScriptedPages pages = ScriptedPages.of(2, 2).failing(0);
		Flux<Page<Integer>> attempts = pages.pages().retry(2).contextWrite(Context.of("tenant", "a"));
		StepVerifier.create(attempts).expectError(PagingException.class).verify(LIMIT);
		assertThat(pages.contexts()).hasSize(3).allMatch((context) -> context.get("tenant").equals("a"));
	}

	@Test
	void demandThatIsNotPositiveIsAnErrorAndCancelsTheRequest() {
		ScriptedPages pages = ScriptedPages.of(2, 2).byHand();
		List<Throwable> failures = new ArrayList<>();
		pages.elements().subscribe(new BaseSubscriber<>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				subscription.request(1);
				subscription.request(0);
			}

			@Override
			protected void hookOnError(Throwable failure) {
				failures.add(failure);
			}

		});
		assertThat(failures).singleElement().isInstanceOf(IllegalArgumentException.class);
		assertThat(pages.cancellations()).isEqualTo(1);
	}

	@Test
	void subscriptionsStandAlone() {
		ScriptedPages pages = ScriptedPages.of(2, 2);
		Flux<Integer> elements = pages.elements();
		StepVerifier.create(elements).expectNext(0, 1, 2, 3).expectComplete().verify(LIMIT);
		StepVerifier.create(elements).expectNext(0, 1, 2, 3).expectComplete().verify(LIMIT);
		assertThat(pages.requested()).containsExactly(0, 1, 0, 1);
	}

	private static void step(TestSubscriber<Integer> subscriber, int steps) {
		IntStream.range(0, steps).forEach((step) -> subscriber.request(1));
	}

}
