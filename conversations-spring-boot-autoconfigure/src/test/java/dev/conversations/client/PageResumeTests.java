package dev.conversations.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A list continues without loss or repetition wherever it broke off.
 */
class PageResumeTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final int[] SIZES = { 3, 0, 2, 1, 0, 0, 3 };

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6 })
	void failedPageIsWhereTheListContinues(int page) {
		ScriptedPages pages = ScriptedPages.of(SIZES).failing(page);
		assertThat(readInTwoParts(pages)).isEqualTo(pages.records());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5 })
	void badLinkIsWhereTheListContinues(int page) {
		ScriptedPages pages = ScriptedPages.of(SIZES).badLink(page);
		assertThat(readInTwoParts(pages)).isEqualTo(pages.records());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5 })
	void linkToItselfIsWhereTheListContinues(int page) {
		ScriptedPages pages = ScriptedPages.of(SIZES).linking(page, page);
		assertThat(readInTwoParts(pages)).isEqualTo(pages.records());
	}

	@Test
	void tooManyEmptyPagesAreWhereTheListContinues() {
		ScriptedPages pages = ScriptedPages.of(SIZES).maxEmptyPages(1);
		assertThat(readInTwoParts(pages)).isEqualTo(pages.records());
		assertThat(pages.requested()).containsExactly(0, 1, 2, 3, 4, 5, 6);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3 })
	void firstPageWhenItFailsAtAPositionContinuesThere(int position) {
		ScriptedPages pages = ScriptedPages.of(SIZES).failing(0);
		pages.startingAt(pages.cursor(ScriptedPages.link(0), position));
		assertThat(readInTwoParts(pages)).isEqualTo(pages.records().subList(position, pages.records().size()));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3 })
	void firstPageWhenItsLinkIsBadAtAPositionContinuesBehindIt(int position) {
		ScriptedPages pages = ScriptedPages.of(SIZES).badLink(0);
		pages.startingAt(pages.cursor(ScriptedPages.link(0), position));
		assertThat(readInTwoParts(pages)).isEqualTo(pages.records().subList(position, pages.records().size()));
	}

	@Test
	void positionBehindAPageThatShrankGoesOnWithTheNext() {
		ScriptedPages pages = ScriptedPages.of(2, 2);
		pages.startingAt(pages.cursor(ScriptedPages.link(0), 5));
		assertThat(pages.elements().collectList().block(LIMIT)).containsExactly(2, 3);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void nextCursorOfALimitContinuesBehindIt(int limit) {
		ScriptedPages pages = ScriptedPages.of(SIZES).limited(limit);
		Page<Integer> last = Objects.requireNonNull(pages.pages().blockLast(LIMIT));
		pages.startingAt(Objects.requireNonNull(last.next())).limited(Long.MAX_VALUE);
		assertThat(pages.elements().collectList().block(LIMIT))
			.isEqualTo(IntStream.range(limit, pages.records().size()).boxed().toList());
	}

	@Test
	void cursorOfAPageReadsItAgain() {
		ScriptedPages pages = ScriptedPages.of(SIZES).limited(4);
		List<Page<Integer>> read = Objects.requireNonNull(pages.pages().collectList().block(LIMIT));
		for (Page<Integer> page : read) {
			pages.startingAt(page.cursor()).limited(Long.MAX_VALUE);
			Page<Integer> again = Objects.requireNonNull(pages.pages().blockFirst(LIMIT));
			assertThat(again.items()).startsWith(page.items().toArray(Integer[]::new));
		}
	}

	@Test
	void lastPageHasNoNextCursor() {
		ScriptedPages pages = ScriptedPages.of(SIZES);
		Page<Integer> last = Objects.requireNonNull(pages.pages().blockLast(LIMIT));
		assertThat(last.hasNext()).isFalse();
	}

	/**
	 * Reads until the error, then goes on where it says.
	 */
	private static List<Integer> readInTwoParts(ScriptedPages pages) {
		List<Integer> read = new ArrayList<>();
		TwilioException failure = catchThrowableOfType(TwilioException.class,
				() -> pages.elements().doOnNext(read::add).blockLast(LIMIT));
		pages.healed().startingAt(Objects.requireNonNull(failure.resumeCursor()));
		pages.elements().doOnNext(read::add).blockLast(LIMIT);
		return read;
	}

}
