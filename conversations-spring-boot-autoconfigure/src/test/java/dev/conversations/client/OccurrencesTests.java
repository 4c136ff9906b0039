package dev.conversations.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values are found at a cost that is linear, however much of them a text repeats.
 */
class OccurrencesTests {

	@ParameterizedTest
	@CsvSource({ "1000, 256", "100000, 256", "100000, 50000", "10, 1000" })
	void everyCharacterIsReadAFewTimes(int textLength, int valueLength) {
		Counted text = new Counted("a".repeat(textLength));
		Counted value = new Counted("a".repeat(valueLength - 1) + "b");
		Occurrences.find(text, value, (start) -> {
		});
		assertThat(text.reads).isEqualTo(textLength);
		assertThat(value.reads).isLessThan(5L * (textLength + valueLength));
	}

	@Test
	void occurrencesAndTheBeginningOfTheNextAreThoseOfAPlainSearch() {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		for (int run = 0; run < 5000; run++) {
			String text = text(random, 30);
			String value = text(random, 5) + "a";
			List<Integer> starts = new ArrayList<>();
			int begun = Occurrences.find(text, value, starts::add);
			assertThat(starts).as("seed %s, '%s' in '%s'", seed, value, text).isEqualTo(plainSearch(text, value));
			assertThat(begun).as("seed %s, '%s' in '%s'", seed, value, text).isEqualTo(beginning(text, value));
		}
	}

	private static String text(Random random, int maxLength) {
		return random.ints(random.nextInt(maxLength), 'a', 'c')
			.collect(StringBuilder::new, (text, character) -> text.append((char) character), StringBuilder::append)
			.toString();
	}

	private static List<Integer> plainSearch(String text, String value) {
		return IntStream.range(0, text.length()).filter((start) -> text.startsWith(value, start)).boxed().toList();
	}

	private static int beginning(String text, String value) {
		return IntStream.range(0, value.length())
			.filter((length) -> text.endsWith(value.substring(0, length)))
			.max()
			.orElse(0);
	}

	/**
	 * Text that counts how many of its characters are read.
	 */
	private static final class Counted implements CharSequence {

		private final String text;

		private long reads;

		Counted(String text) {
			this.text = text;
		}

		@Override
		public int length() {
			return this.text.length();
		}

		@Override
		public char charAt(int index) {
			this.reads++;
			return this.text.charAt(index);
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			return this.text.subSequence(start, end);
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

}
