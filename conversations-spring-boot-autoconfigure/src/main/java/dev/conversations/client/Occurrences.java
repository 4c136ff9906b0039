package dev.conversations.client;

import java.util.function.IntConsumer;

/**
 * Finds a value in a text by the algorithm of Knuth, Morris and Pratt, which reads each
 * character of the text once, however much of the value it repeats.
 */
final class Occurrences {

	private final CharSequence value;

	/**
	 * For each length of a beginning of the value, the length of the longest shorter
	 * beginning that it ends with.
	 */
	private final int[] borders;

	private Occurrences(CharSequence value) {
		this.value = value;
		this.borders = new int[value.length() + 1];
		int border = 0;
		for (int index = 1; index < value.length(); index++) {
			border = advance(border, value.charAt(index));
			this.borders[index + 1] = border;
		}
	}

	/**
	 * Finds all occurrences, also those that overlap.
	 * @param value the value, which is not empty
	 * @param starts is told where each occurrence begins
	 * @return how many characters at the end of the text are a beginning of the value
	 */
	static int find(CharSequence text, CharSequence value, IntConsumer starts) {
		return new Occurrences(value).find(text, starts);
	}

	private int find(CharSequence text, IntConsumer starts) {
		int matched = 0;
		for (int index = 0; index < text.length(); index++) {
			matched = advance(matched, text.charAt(index));
			if (matched == this.value.length()) {
				starts.accept(index + 1 - matched);
				matched = this.borders[matched];
			}
		}
		return matched;
	}

	private int advance(int matched, char next) {
		int length = matched;
		while (length > 0 && this.value.charAt(length) != next) {
			length = this.borders[length];
		}
		return (this.value.charAt(length) == next) ? length + 1 : 0;
	}

}
