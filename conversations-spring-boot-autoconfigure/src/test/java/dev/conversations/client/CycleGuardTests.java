package dev.conversations.client;

import java.net.URI;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cycles are found in constant memory.
 */
class CycleGuardTests {

	@ParameterizedTest
	@CsvSource({ "0,1", "0,2", "0,1000", "1,1", "1,2", "7,3", "100,1", "1000,7", "1000,1000" })
	void cycleWhenItBeginsBehindSomePagesIsFound(int before, int length) {
		CycleGuard guard = new CycleGuard(link(0));
		int pages = IntStream.iterate(0, (step) -> step + 1)
			.filter((step) -> guard.isCycle(link(place(step, before, length)), link(place(step + 1, before, length))))
			.findFirst()
			.orElseThrow();
		assertThat(pages).isBetween(before + length - 1, 3 * (before + length));
	}

	@Test
	void cycleWhenAllLinksDifferIsNotFound() {
		CycleGuard guard = new CycleGuard(link(0));
		assertThat(IntStream.range(0, 100_000).filter((step) -> guard.isCycle(link(step), link(step + 1)))).isEmpty();
	}

	private static int place(int step, int before, int length) {
		return (step < before) ? step : before + (step - before) % length;
	}

	private static URI link(int page) {
		return URI.create("/list?Page=" + page);
	}

}
