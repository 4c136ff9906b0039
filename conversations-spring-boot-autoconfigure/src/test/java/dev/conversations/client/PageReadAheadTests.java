package dev.conversations.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.subscriber.TestSubscriber;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Read-ahead, on the ground of demand and on that of sequential reading.
 */
class PageReadAheadTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	@Test
	void demandOverWhatIsHeldRequestsBeforeThatIsDelivered() {
		ScriptedPages pages = ScriptedPages.of(20, 20, 20).byHand();
		List<Integer> requestsAtDelivery = new ArrayList<>();
		pages.elements().doOnNext((element) -> requestsAtDelivery.add(pages.requests())).subscribe(subscriber(21));
		pages.answer();
		assertThat(requestsAtDelivery).hasSize(20).containsOnly(2);
	}

	@Test
	void demandOverWhatIsHeldRequestsBeforeAPageIsDelivered() {
		ScriptedPages pages = ScriptedPages.of(20, 20, 20).byHand();
		List<Integer> requestsAtDelivery = new ArrayList<>();
		pages.pages().doOnNext((page) -> requestsAtDelivery.add(pages.requests())).subscribe(subscriber(2));
		pages.answer();
		assertThat(requestsAtDelivery).containsExactly(2);
	}

	@Test
	void nextPageIsRequestedBeforeTheThreadThatDeliversRuns() {
		Queue<Runnable> deliveries = new ArrayDeque<>();
		ScriptedPages pages = ScriptedPages.of(20, 20, 20).byHand();
		TestSubscriber<Integer> subscriber = subscribe(pages.elements(Schedulers.fromExecutor(deliveries::add)),
				Long.MAX_VALUE);
		pages.answer();
		assertThat(pages.requested()).containsExactly(0, 1);
		assertThat(subscriber.getReceivedOnNext()).isEmpty();
		deliveries.remove().run();
		assertThat(subscriber.getReceivedOnNext()).hasSize(20);
	}

	@Test
	void demandThatIsHeldRequestsNothing() {
		ScriptedPages pages = ScriptedPages.of(20, 20, 20).byHand();
		TestSubscriber<Integer> subscriber = subscribe(pages.elements(), 5);
		pages.answer();
		subscriber.request(15);
		assertThat(subscriber.getReceivedOnNext()).hasSize(20);
		assertThat(pages.requested()).containsExactly(0);
	}

	@Test
	void demandWhileDeliveringRequestsAtOnce() {
		ScriptedPages pages = ScriptedPages.of(20, 20, 20).byHand();
		TestSubscriber<Integer> subscriber = subscribe(pages.elements(), 5);
		pages.answer();
		subscriber.request(16);
		assertThat(pages.requested()).containsExactly(0, 1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 20, 21, 25, 40, 41, 45 })
	void singleRequestNeverReadsAhead(int demand) {
		ScriptedPages pages = ScriptedPages.many(5, 20);
		subscribe(pages.elements(), demand);
		assertThat(pages.requests()).isEqualTo((demand + 19) / 20);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 20, 21, 25, 40, 41, 45 })
	void takeNeverReadsAhead(int count) {
		ScriptedPages pages = ScriptedPages.many(5, 20);
		subscribe(pages.elements().take(count), Long.MAX_VALUE);
		assertThat(pages.requests()).isEqualTo((count + 19) / 20);
	}

	@Test
	void stepsInTheFirstPageRequestNothing() {
		ScriptedPages pages = ScriptedPages.many(5, 20);
		step(subscribe(pages.elements(), 0), 20);
		assertThat(pages.requested()).containsExactly(0);
	}

	@Test
	void stepsIntoTheSecondPageRequestTheThirdBeforeItIsDelivered() {
		ScriptedPages pages = ScriptedPages.many(5, 20);
		List<Integer> requestsAtDelivery = new ArrayList<>();
		Flux<Integer> elements = pages.elements().doOnNext((element) -> requestsAtDelivery.add(pages.requests()));
		step(subscribe(elements, 0), 41);
		assertThat(requestsAtDelivery.subList(0, 20)).containsOnly(1);
		assertThat(requestsAtDelivery.subList(20, 40)).containsOnly(3);
		assertThat(requestsAtDelivery.get(40)).isEqualTo(4);
	}

	@Test
	void secondRequestAfterTheSecondPageStartedRequestsTheThird() {
		ScriptedPages pages = ScriptedPages.many(5, 20);
		TestSubscriber<Integer> subscriber = subscribe(pages.elements(), 25);
		subscriber.request(1);
		assertThat(pages.requested()).containsExactly(0, 1, 2);
	}

	@Test
	void pagesWhenReadInStepsAreRequestedAhead() {
		ScriptedPages pages = ScriptedPages.many(5, 20);
		TestSubscriber<Page<Integer>> subscriber = subscribe(pages.pages(), 1);
		assertThat(pages.requested()).containsExactly(0);
		subscriber.request(1);
		assertThat(pages.requested()).containsExactly(0, 1, 2);
	}

	@Test
	void concatMapReadsAhead() {
		ScriptedPages pages = ScriptedPages.many(5, 20);
		TestSubscriber<Integer> subscriber = subscribe(pages.elements().concatMap(Flux::just, 1), 21);
		assertThat(subscriber.getReceivedOnNext()).hasSize(21);
		assertThat(pages.requested()).containsExactly(0, 1, 2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 19, 20, 21, 39, 40, 41, 60, 61, 80 })
	void cancelAfterStepsWastesOnePageAtMost(int steps) {
		ScriptedPages pages = ScriptedPages.many(10, 20);
		TestSubscriber<Integer> subscriber = subscribe(pages.elements(), 0);
		step(subscriber, steps);
		subscriber.cancel();
		assertThat(pages.requests() - (steps + 19) / 20).isBetween(0, 1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 20, 21, 41, 60 })
	void lazyStepsWasteNothing(int steps) {
		ScriptedPages pages = ScriptedPages.many(10, 20).lazily();
		step(subscribe(pages.elements(), 0), steps);
		assertThat(pages.requests()).isEqualTo((steps + 19) / 20);
	}

	@Test
	void lazyElementsWhenUnboundedRequestWhenNothingIsHeld() {
		ScriptedPages pages = ScriptedPages.of(2, 2, 2).lazily();
		List<Integer> requestsAtDelivery = new ArrayList<>();
		pages.elements().doOnNext((element) -> requestsAtDelivery.add(pages.requests())).blockLast(LIMIT);
		assertThat(requestsAtDelivery).containsExactly(1, 1, 2, 2, 3, 3);
	}

	@Test
	void lazyPagesWhenUnboundedRequestWhenNothingIsHeld() {
		ScriptedPages pages = ScriptedPages.of(2, 2, 2).lazily();
		List<Integer> requestsAtDelivery = new ArrayList<>();
		pages.pages().doOnNext((page) -> requestsAtDelivery.add(pages.requests())).blockLast(LIMIT);
		assertThat(requestsAtDelivery).containsExactly(1, 2, 3);
	}

	@Test
	void unboundedDemandStaysOnePageAhead() {
		ScriptedPages pages = ScriptedPages.many(50, 20);
		List<Integer> ahead = new ArrayList<>();
		pages.elements().doOnNext((element) -> ahead.add(pages.requests() - (element / 20 + 1))).blockLast(LIMIT);
		assertThat(ahead).hasSize(1000).allMatch((count) -> count <= 1);
		assertThat(pages.maxInFlight()).isEqualTo(1);
	}

	@Test
	void readyPageHoldsBackTheNextRequest() {
		ScriptedPages pages = ScriptedPages.many(5, 20);
		TestSubscriber<Integer> subscriber = subscribe(pages.elements(), 0);
		step(subscriber, 40);
		assertThat(pages.requested()).containsExactly(0, 1, 2);
	}

	@Test
	void demandWhileARequestIsInFlightSendsNoOther() {
		ScriptedPages pages = ScriptedPages.many(5, 20).byHand();
		TestSubscriber<Integer> subscriber = subscribe(pages.elements(), 1);
		IntStream.range(0, 100).forEach((step) -> subscriber.request(1));
		assertThat(pages.requested()).containsExactly(0);
		assertThat(pages.inFlight()).isEqualTo(1);
	}

	private static <R> TestSubscriber<R> subscriber(long demand) {
		return TestSubscriber.builder().initialRequest(demand).build();
	}

	private static <R> TestSubscriber<R> subscribe(Flux<R> flux, long demand) {
		TestSubscriber<R> subscriber = subscriber(demand);
		flux.subscribe(subscriber);
		return subscriber;
	}

	private static void step(TestSubscriber<Integer> subscriber, int steps) {
		IntStream.range(0, steps).forEach((step) -> subscriber.request(1));
	}

}
