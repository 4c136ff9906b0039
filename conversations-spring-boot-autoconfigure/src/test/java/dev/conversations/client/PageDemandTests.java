package dev.conversations.client;

import java.util.List;
import java.util.stream.IntStream;

import dev.conversations.client.ScriptedPages.Arrival;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.test.subscriber.TestSubscriber;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Demand and limit decide which pages are requested.
 */
class PageDemandTests {

	@ParameterizedTest
	@EnumSource
	void elementsWhenNothingIsDemandedRequestNothing(Arrival arrival) {
		ScriptedPages pages = arrival.of(20, 20);
		pages.subscribe(pages.elements(), 0);
		assertThat(pages.requested()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void pagesWhenNothingIsDemandedRequestNothing(Arrival arrival) {
		ScriptedPages pages = arrival.of(20, 20);
		pages.subscribe(pages.pages(), 0);
		assertThat(pages.requested()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void elementsWhenTakingOnePageRequestOnePage(Arrival arrival) {
		ScriptedPages pages = arrival.of(20, 20, 20);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements().take(20), Long.MAX_VALUE);
		assertThat(subscriber.isTerminatedComplete()).isTrue();
		assertThat(pages.requested()).containsExactly(0);
	}

	@ParameterizedTest
	@EnumSource
	void elementsWhenTakingOneMoreRequestTwoPages(Arrival arrival) {
		ScriptedPages pages = arrival.of(20, 20, 20);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements().take(21), Long.MAX_VALUE);
		assertThat(subscriber.getReceivedOnNext()).hasSize(21);
		assertThat(pages.requested()).containsExactly(0, 1);
	}

	@ParameterizedTest
	@EnumSource
	void pagesWhenTakingSomeRequestThose(Arrival arrival) {
		ScriptedPages pages = arrival.of(20, 20, 20);
		pages.subscribe(pages.pages().take(2), Long.MAX_VALUE);
		assertThat(pages.requested()).containsExactly(0, 1);
	}

	@ParameterizedTest
	@EnumSource
	void elementsWhenAPageIsDemandedRequestNoOther(Arrival arrival) {
		ScriptedPages pages = arrival.of(20, 20);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), 20);
		assertThat(subscriber.getReceivedOnNext()).hasSize(20);
		assertThat(subscriber.isTerminated()).isFalse();
		assertThat(pages.requested()).containsExactly(0);
	}

	@ParameterizedTest
	@EnumSource
	void pagesWhenOneIsDemandedRequestNoOther(Arrival arrival) {
		ScriptedPages pages = arrival.of(20, 20);
		TestSubscriber<Page<Integer>> subscriber = pages.subscribe(pages.pages(), 1);
		assertThat(subscriber.getReceivedOnNext()).hasSize(1);
		assertThat(pages.requested()).containsExactly(0);
	}

	@ParameterizedTest
	@EnumSource
	void demandWhenItComesLaterRequestsTheNextPage(Arrival arrival) {
		ScriptedPages pages = arrival.of(20, 20);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), 20);
		subscriber.request(1);
		pages.answerAll();
		assertThat(subscriber.getReceivedOnNext()).hasSize(21);
		assertThat(pages.requested()).containsExactly(0, 1);
	}

	@ParameterizedTest
	@EnumSource
	void limitWhenItIsAPageRequestsNoOther(Arrival arrival) {
		ScriptedPages pages = arrival.of(20, 20).limited(20);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), Long.MAX_VALUE);
		assertThat(subscriber.isTerminatedComplete()).isTrue();
		assertThat(subscriber.getReceivedOnNext()).isEqualTo(pages.recordsOf(1));
		assertThat(pages.requested()).containsExactly(0);
	}

	@ParameterizedTest
	@EnumSource
	void limitWhenItEndsInAPageCompletesThere(Arrival arrival) {
		ScriptedPages pages = arrival.of(20, 20, 20).limited(21);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), 21);
		assertThat(subscriber.isTerminatedComplete()).isTrue();
		assertThat(subscriber.getReceivedOnNext()).isEqualTo(numbers(21));
		assertThat(pages.requested()).containsExactly(0, 1);
	}

	@ParameterizedTest
	@EnumSource
	void limitWhenReadInStepsBoundsReadAhead(Arrival arrival) {
		ScriptedPages pages = arrival.of(2, 2, 2, 2).limited(4);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), 0);
		for (int step = 0; step < 4; step++) {
			subscriber.request(1);
			pages.answerAll();
		}
		assertThat(subscriber.isTerminatedComplete()).isTrue();
		assertThat(pages.requested()).containsExactly(0, 1);
	}

	@ParameterizedTest
	@EnumSource
	void limitWithPagesCutsTheLastOne(Arrival arrival) {
		ScriptedPages pages = arrival.of(3, 3, 3).limited(4);
		TestSubscriber<Page<Integer>> subscriber = pages.subscribe(pages.pages(), Long.MAX_VALUE);
		assertThat(subscriber.getReceivedOnNext()).extracting(Page::items)
			.containsExactly(List.of(0, 1, 2), List.of(3));
		assertThat(subscriber.isTerminatedComplete()).isTrue();
		assertThat(pages.requested()).containsExactly(0, 1);
	}

	@ParameterizedTest
	@EnumSource
	void limitWhenTheListIsShorterCompletesWithIt(Arrival arrival) {
		ScriptedPages pages = arrival.of(3, 3).limited(100);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), Long.MAX_VALUE);
		assertThat(subscriber.isTerminatedComplete()).isTrue();
		assertThat(subscriber.getReceivedOnNext()).isEqualTo(numbers(6));
	}

	@ParameterizedTest
	@EnumSource
	void limitWhenReachedMakesABadLinkIrrelevant(Arrival arrival) {
		ScriptedPages pages = arrival.of(3, 3).badLink(0).limited(3);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), Long.MAX_VALUE);
		assertThat(subscriber.isTerminatedComplete()).isTrue();
	}

	private static List<Integer> numbers(int count) {
		return IntStream.range(0, count).boxed().toList();
	}

}
