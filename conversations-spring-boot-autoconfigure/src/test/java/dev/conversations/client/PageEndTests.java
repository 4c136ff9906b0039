package dev.conversations.client;

import java.util.List;
import java.util.stream.IntStream;

import dev.conversations.client.ScriptedPages.Arrival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.test.subscriber.TestSubscriber;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Empty pages, cycles, the end and the order.
 */
class PageEndTests {

	@ParameterizedTest
	@EnumSource
	void emptyPagesWithANextLinkGoOn(Arrival arrival) {
		ScriptedPages pages = arrival.of(0, 0, 2, 0, 2, 0);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), Long.MAX_VALUE);
		assertThat(subscriber.getReceivedOnNext()).containsExactly(0, 1, 2, 3);
		assertThat(subscriber.isTerminatedComplete()).isTrue();
		assertThat(pages.requests()).isEqualTo(6);
	}

	@ParameterizedTest
	@EnumSource
	void emptyPagesAreEmittedAsPages(Arrival arrival) {
		ScriptedPages pages = arrival.of(0, 2, 0);
		TestSubscriber<Page<Integer>> subscriber = pages.subscribe(pages.pages(), Long.MAX_VALUE);
		assertThat(subscriber.getReceivedOnNext()).extracting(Page::items)
			.containsExactly(List.of(), List.of(0, 1), List.of());
		assertThat(subscriber.isTerminatedComplete()).isTrue();
	}

	@Test
	void emptyPagesWithoutDemandRequestNothing() {
		ScriptedPages pages = ScriptedPages.of(2, 0, 0, 2);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), 2);
		assertThat(pages.requested()).containsExactly(0);
		subscriber.request(1);
		assertThat(pages.requested()).containsExactly(0, 1, 2, 3);
	}

	@ParameterizedTest
	@EnumSource
	void emptyPagesUpToTheMaximumGoOn(Arrival arrival) {
		ScriptedPages pages = arrival.of(1, 0, 0, 1, 0, 0, 1).maxEmptyPages(2);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), Long.MAX_VALUE);
		assertThat(subscriber.getReceivedOnNext()).containsExactly(0, 1, 2);
		assertThat(subscriber.isTerminatedComplete()).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void emptyPagesOverTheMaximumAreAnError(Arrival arrival) {
		ScriptedPages pages = arrival.of(1, 0, 0, 0, 1).maxEmptyPages(2);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), Long.MAX_VALUE);
		assertThat(subscriber.getReceivedOnNext()).containsExactly(0);
		assertThat(subscriber.expectTerminalError()).isInstanceOf(PagingException.class)
			.hasMessage("GET /list: more than 2 pages in a row are empty");
		assertThat(pages.requests()).isEqualTo(4);
	}

	@ParameterizedTest
	@EnumSource
	void emptyLastPageOverTheMaximumIsTheEnd(Arrival arrival) {
		ScriptedPages pages = arrival.of(1, 0).maxEmptyPages(0);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), Long.MAX_VALUE);
		assertThat(subscriber.isTerminatedComplete()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "0,0", "3,3", "1,0", "3,2", "5,1", "9,3", "20,13" })
	void linkBackIsAnError(int from, int to) {
		ScriptedPages pages = ScriptedPages.many(from + 2, 2).linking(from, to);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), Long.MAX_VALUE);
		assertThat(subscriber.expectTerminalError()).isInstanceOf(PagingException.class)
			.hasMessage("GET /list: the pages form a cycle");
		assertThat(subscriber.getReceivedOnNext()).startsWith(pages.recordsOf(from + 1).toArray(Integer[]::new));
		assertThat(pages.requests()).isLessThanOrEqualTo(3 * (from + 1));
	}

	@Test
	void linkToItselfIsAnErrorAtOnce() {
		ScriptedPages pages = ScriptedPages.of(2, 2, 2).linking(1, 1);
		TestSubscriber<Page<Integer>> subscriber = pages.subscribe(pages.pages(), Long.MAX_VALUE);
		assertThat(subscriber.getReceivedOnNext()).hasSize(2);
		assertThat(subscriber.expectTerminalError()).isInstanceOf(PagingException.class);
		assertThat(pages.requested()).containsExactly(0, 1);
	}

	@Test
	void lastElementWhenDeliveredCompletesWithoutFurtherDemand() {
		ScriptedPages pages = ScriptedPages.of(2, 2);
		assertThat(pages.subscribe(pages.elements(), 3).isTerminated()).isFalse();
		assertThat(pages.subscribe(pages.elements(), 4).isTerminatedComplete()).isTrue();
	}

	@Test
	void lastPageWhenDeliveredCompletesWithoutFurtherDemand() {
		ScriptedPages pages = ScriptedPages.of(2, 2);
		assertThat(pages.subscribe(pages.pages(), 1).isTerminated()).isFalse();
		assertThat(pages.subscribe(pages.pages(), 2).isTerminatedComplete()).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void emptyListCompletes(Arrival arrival) {
		ScriptedPages pages = arrival.of(0);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), 1);
		assertThat(subscriber.isTerminatedComplete()).isTrue();
		assertThat(subscriber.getReceivedOnNext()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void elementsAreInTheOrderOfTheServer(Arrival arrival) {
		ScriptedPages pages = arrival.of(20, 1, 0, 7, 20);
		TestSubscriber<Integer> subscriber = pages.subscribe(pages.elements(), Long.MAX_VALUE);
		assertThat(subscriber.getReceivedOnNext()).isEqualTo(IntStream.range(0, 48).boxed().toList());
	}

	@ParameterizedTest
	@EnumSource
	void pagesAreInTheOrderOfTheServer(Arrival arrival) {
		ScriptedPages pages = arrival.of(20, 1, 0, 7, 20);
		TestSubscriber<Page<Integer>> subscriber = pages.subscribe(pages.pages(), Long.MAX_VALUE);
		assertThat(subscriber.getReceivedOnNext()).flatExtracting(Page::items).isEqualTo(pages.records());
	}

}
