package dev.conversations.client;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Spelling of a text in which each character knows the place in the original text that it
 * was made from. A value is found in a spelling and then hidden in the original.
 */
final class MappedText {

	private static final int LONGEST_SEPARATOR = 3;

	private final String text;

	private final int[] starts;

	private final int[] ends;

	private MappedText(Builder builder) {
		this.text = builder.text.toString();
		this.starts = builder.starts;
		this.ends = builder.ends;
	}

	static MappedText of(String original) {
		Builder builder = new Builder(original.length());
		for (int index = 0; index < original.length(); index++) {
			builder.add(original.charAt(index), index, index + 1);
		}
		return new MappedText(builder);
	}

	String text() {
		return this.text;
	}

	int length() {
		return this.text.length();
	}

	/**
	 * Returns where a character begins in the original text.
	 */
	int start(int index) {
		return this.starts[index];
	}

	/**
	 * Returns where a character ends in the original text.
	 */
	int end(int index) {
		return this.ends[index];
	}

	/**
	 * Returns this spelling up to a place in the original text, without a character that
	 * is split there.
	 */
	MappedText upTo(int originalEnd) {
		int end = length();
		while (end > 0 && (this.ends[end - 1] > originalEnd || Character.isHighSurrogate(this.text.charAt(end - 1)))) {
			end--;
		}
		Builder builder = new Builder(end);
		for (int index = 0; index < end; index++) {
			copy(index, builder);
		}
		return new MappedText(builder);
	}

	/**
	 * Returns this spelling with its percent-encoding decoded once. A percent sign that
	 * encodes nothing stays as it is.
	 */
	MappedText decoded() {
		Builder builder = new Builder(length());
		int index = 0;
		while (index < length()) {
			String character = encodedCharacter(index);
			int end = index + 3 * character.getBytes(StandardCharsets.UTF_8).length;
			if (character.isEmpty()) {
				end = index + 1;
				character = this.text.substring(index, end);
			}
			builder.add(character, this.starts[index], this.ends[end - 1]);
			index = end;
		}
		return new MappedText(builder);
	}

	/**
	 * Returns the character that is percent-encoded at an index, or an empty text.
	 */
	private String encodedCharacter(int index) {
		int first = encodedByte(index);
		int length = (first < 0x80) ? 1 : Integer.numberOfLeadingZeros(~(first << 24));
		if (first == -1 || length > 4) {
			return "";
		}
		byte[] bytes = new byte[length];
		for (int offset = 0; offset < length; offset++) {
			bytes[offset] = (byte) encodedByte(index + 3 * offset);
		}
		String character = new String(bytes, StandardCharsets.UTF_8);
		return Arrays.equals(character.getBytes(StandardCharsets.UTF_8), bytes) ? character : "";
	}

	private int encodedByte(int index) {
		boolean encoded = index + 2 < length() && this.text.charAt(index) == '%'
				&& HexFormat.isHexDigit(this.text.charAt(index + 1))
				&& HexFormat.isHexDigit(this.text.charAt(index + 2));
		return encoded ? HexFormat.fromHexDigits(this.text, index + 1, index + 3) : -1;
	}

	/**
	 * Returns this spelling without differences of case, of Unicode forms and of accents,
	 * and with a plus sign taken for the space that it may stand for.
	 */
	MappedText folded() {
		Builder builder = new Builder(length());
		int index = 0;
		while (index < length()) {
			int codePoint = this.text.codePointAt(index);
			int end = index + Character.charCount(codePoint);
			builder.add(fold(codePoint), this.starts[index], this.ends[end - 1]);
			index = end;
		}
		return new MappedText(builder);
	}

	private static String fold(int codePoint) {
		if (codePoint < 0x80) {
			return (codePoint == '+') ? " " : String.valueOf((char) Character.toLowerCase(codePoint));
		}
		String parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
			.toUpperCase(Locale.ROOT);
		StringBuilder folded = new StringBuilder(parts.length());
		int index = 0;
		while (index < parts.length()) {
			int part = parts.codePointAt(index);
			index += Character.charCount(part);
			if (!isInvisible(part)) {
				folded.appendCodePoint(Character.toLowerCase(part));
			}
		}
		return folded.toString();
	}

	private static boolean isInvisible(int codePoint) {
		int type = Character.getType(codePoint);
		return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
	}

	/**
	 * Returns this spelling without the separators between digits that make phone numbers
	 * readable. At the end of a text that was cut, they may stand between digits, too.
	 */
	MappedText joined() {
		Builder builder = new Builder(length());
		int index = 0;
		while (index < length()) {
			copy(index, builder);
			index = Character.isDigit(this.text.charAt(index)) ? nextDigit(index + 1) : index + 1;
		}
		return new MappedText(builder);
	}

	private int nextDigit(int start) {
		int end = start;
		while (end < length() && end - start < LONGEST_SEPARATOR && isSeparator(this.text.charAt(end))) {
			end++;
		}
		return (end == length() || Character.isDigit(this.text.charAt(end))) ? end : start;
	}

	static boolean isSeparator(char character) {
		return " ().-/".indexOf(character) != -1 || Character.getType(character) == Character.DASH_PUNCTUATION;
	}

	private void copy(int index, Builder builder) {
		builder.add(this.text.charAt(index), this.starts[index], this.ends[index]);
	}

	/**
	 * Collects characters and their places.
	 */
	private static final class Builder {

		private final StringBuilder text;

		private int[] starts;

		private int[] ends;

		Builder(int length) {
			this.text = new StringBuilder(length);
			this.starts = new int[length];
			this.ends = new int[length];
		}

		/**
		 * Adds what was made of a part of the original text. If that is nothing, the part
		 * belongs to the character before it.
		 */
		void add(String characters, int start, int end) {
			if (characters.isEmpty() && !this.text.isEmpty()) {
				this.ends[this.text.length() - 1] = end;
			}
			for (int index = 0; index < characters.length(); index++) {
				add(characters.charAt(index), start, end);
			}
		}

		void add(char character, int start, int end) {
			int length = this.text.length();
			if (length == this.starts.length) {
				this.starts = Arrays.copyOf(this.starts, 2 * length + 1);
				this.ends = Arrays.copyOf(this.ends, 2 * length + 1);
			}
			this.starts[length] = start;
			this.ends[length] = end;
			this.text.append(character);
		}

	}

}
