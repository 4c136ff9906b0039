package dev.conversations.client;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Masks personal data in the messages of a server: the values of the request in the
 * spellings that a server may give them, names in a path, queries, and phone numbers.
 * <p>
 * The work is bounded: only the beginning of a message is looked at. A value that this
 * cut splits is hidden as well.
 */
final class PersonalData {

	private static final int MAX_LENGTH = 500;

	/**
	 * Number of characters of a message, and of a value, that are looked at.
	 */
	private static final int MAX_READ = 2048;

	/**
	 * The longest spelling of one character, which the cut may split.
	 */
	private static final int LONGEST_CHARACTER = 32;

	/**
	 * The longest phone number or word, which is never shown in part.
	 */
	private static final int LONGEST_WORD = 128;

	/**
	 * Values up to this length are hidden only where they stand as a word.
	 */
	private static final int LONGEST_SHORT_VALUE = 2;

	/**
	 * Words of the sentences that messages consist of, and numbers. If such a value alone
	 * were hidden, the sentence would give it away.
	 */
	private static final Pattern ORDINARY = Pattern
		.compile("[0-9]+|a|i|am|an|as|at|be|by|do|go|he|id|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we");

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++");

	private static final Pattern CHANNEL_NUMBER = Pattern.compile("[a-z]+: *([0-9]{5,})");

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

	private final boolean cut;

	private final HiddenRanges hidden;

	private final Collection<MappedText> spellings;

	private PersonalData(String message, boolean cut) {
		this.cut = cut;
		this.hidden = new HiddenRanges(message.length());
		int end = cut ? message.length() - LONGEST_CHARACTER : message.length();
		List<MappedText> decoded = decodings(message).map((level) -> level.upTo(end)).toList();
		decoded.forEach((spelling) -> PersonalPatterns.hide(spelling, this.hidden, cut));
		this.spellings = distinct(decoded.stream().flatMap(PersonalData::foldings));
	}

	/**
	 * Masks a message.
	 * @param message the server's message
	 * @param values what the request held; SIDs among them stay readable
	 * @return one line, cut to a readable length
	 */
	static String mask(String message, Collection<String> values) {
		boolean cut = message.length() > MAX_READ;
		String read = prefix(message);
		PersonalData data = new PersonalData(read, cut);
		values.stream().filter((value) -> !Sid.is(value)).forEach(data::hide);
		String masked = data.hidden.mask(read, cut ? MAX_READ - LONGEST_WORD : read.length());
		String line = CONTROL.matcher(masked).replaceAll(" ");
		return (!cut && line.length() <= MAX_LENGTH) ? line : shorten(line) + "…";
	}

	private static String prefix(String text) {
		return (text.length() <= MAX_READ) ? text : text.substring(0, MAX_READ);
	}

	private static String shorten(String line) {
		int end = Math.min(line.length(), MAX_LENGTH);
		return line.substring(0, (end > 0 && Character.isHighSurrogate(line.charAt(end - 1))) ? end - 1 : end);
	}

	/**
	 * Returns a text as it is, and with its percent-encoding decoded once and twice.
	 */
	private static Stream<MappedText> decodings(String text) {
		return distinct(Stream.iterate(MappedText.of(text), MappedText::decoded).limit(3)).stream();
	}

	private static Collection<MappedText> distinct(Stream<MappedText> spellings) {
		Map<String, MappedText> distinct = new LinkedHashMap<>();
		spellings.forEach((spelling) -> distinct.putIfAbsent(spelling.text(), spelling));
		return distinct.values();
	}

	private static Stream<MappedText> foldings(MappedText text) {
		MappedText folded = text.folded();
		return Stream.of(folded, folded.joined());
	}

	private void hide(String value) {
		boolean whole = value.length() <= MAX_READ;
		for (String sought : sought(value)) {
			for (MappedText spelling : this.spellings) {
				if (sought.codePointCount(0, sought.length()) <= LONGEST_SHORT_VALUE) {
					hideWords(spelling, sought);
				}
				else if (this.cut || sought.length() <= spelling.length()) {
					hide(spelling, sought, whole);
				}
			}
		}
	}

	/**
	 * Returns the spellings of a value that are looked for: without separators around it,
	 * and a phone number also without the name of its channel.
	 */
	private static Set<String> sought(String value) {
		Set<String> sought = new LinkedHashSet<>();
		decodings(prefix(value)).flatMap(PersonalData::foldings).map(MappedText::text).forEach((text) -> {
			sought.add(withoutSeparatorsAround(text));
			Matcher number = CHANNEL_NUMBER.matcher(text);
			if (number.matches()) {
				sought.add(number.group(1));
			}
		});
		sought.remove("");
		return sought;
	}

	private static String withoutSeparatorsAround(String text) {
		int start = 0;
		int end = text.length();
		while (start < end && MappedText.isSeparator(text.charAt(start))) {
			start++;
		}
		while (end > start && MappedText.isSeparator(text.charAt(end - 1))) {
			end--;
		}
		return (start < end) ? text.substring(start, end) : text;
	}

	private void hide(MappedText spelling, String sought, boolean whole) {
		int begun = Occurrences.find(spelling.text(), sought,
				(start) -> this.hidden.hide(spelling, start, whole ? start + sought.length() : spelling.length()));
		if (this.cut) {
			this.hidden.hide(spelling, spelling.length() - begun, spelling.length());
		}
	}

	private void hideWords(MappedText spelling, String sought) {
		String text = spelling.text();
		Occurrences.find(text, sought, (start) -> {
			int end = start + sought.length();
			if (!isWordAt(text, start - 1) && !isWordAt(text, end)) {
				this.hidden.hide(spelling, start, end);
			}
		});
		if (ORDINARY.matcher(sought).matches()) {
			WORD.matcher(text)
				.results()
				.filter((word) -> word.end() - word.start() == sought.length())
				.forEach((word) -> this.hidden.hide(spelling, word.start(), word.end()));
		}
	}

	private static boolean isWordAt(String text, int index) {
		return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
	}

}
