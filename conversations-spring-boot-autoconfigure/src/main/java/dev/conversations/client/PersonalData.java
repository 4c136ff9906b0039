package dev.conversations.client;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks personal data in the messages of a server: what the request held, in any mix of
 * raw and percent-encoded characters, names in a path, queries, and phone numbers.
 */
final class PersonalData {

	private static final String MASK = "***";

	private static final int MAX_LENGTH = 500;

	private static final Pattern SEGMENT = Pattern.compile("(?<=/(?:Participants|Conversations)/)[^/\\s?#\"']+");

	private static final Pattern QUERY = Pattern.compile("\\?\\S+");

	private static final Pattern PHONE_NUMBER = Pattern.compile("(?<![0-9A-Za-z])\\+?[0-9]{7,15}(?![0-9A-Za-z])");

	private static final HexFormat PERCENT = HexFormat.of().withPrefix("%");

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

	private PersonalData() {
	}

	/**
	 * Masks a message.
	 * @param message the server's message
	 * @param values what the request held; SIDs among them stay readable
	 * @return one line, cut to a readable length
	 */
	static String mask(String message, Collection<String> values) {
		String masked = message;
		List<String> longestFirst = values.stream()
			.filter((value) -> !value.isEmpty() && !Arguments.isSid(value))
			.sorted(Comparator.comparingInt(String::length).reversed())
			.toList();
		for (String value : longestFirst) {
			masked = hide(masked, value);
		}
		masked = SEGMENT.matcher(masked).replaceAll(PersonalData::sidOrMask);
		masked = QUERY.matcher(masked).replaceAll(Matcher.quoteReplacement(MASK));
		masked = PHONE_NUMBER.matcher(masked).replaceAll(Matcher.quoteReplacement(MASK));
		masked = CONTROL.matcher(masked).replaceAll(" ");
		return (masked.length() <= MAX_LENGTH) ? masked : masked.substring(0, MAX_LENGTH) + "…";
	}

	private static String sidOrMask(MatchResult segment) {
		return Matcher.quoteReplacement(Arguments.isSid(segment.group()) ? segment.group() : MASK);
	}

	private static String hide(String message, String value) {
		List<List<String>> spellings = value.codePoints().mapToObj(PersonalData::spellings).toList();
		StringBuilder hidden = new StringBuilder();
		int index = 0;
		while (index < message.length()) {
			int end = end(message, index, spellings);
			hidden.append((end > index) ? MASK : message.charAt(index));
			index = Math.max(end, index + 1);
		}
		return hidden.toString();
	}

	/**
	 * How a server may repeat a character: raw, percent-encoded or, if it is a space, as
	 * a plus.
	 */
	private static List<String> spellings(int codePoint) {
		String raw = Character.toString(codePoint);
		String encoded = PERCENT.formatHex(raw.getBytes(StandardCharsets.UTF_8));
		return (codePoint == ' ') ? List.of(raw, encoded, "+") : List.of(raw, encoded);
	}

	/**
	 * Where a value ends that begins at an index, or -1. A raw percent sign looks like
	 * the start of an encoded one, so that both are followed.
	 */
	private static int end(String message, int start, List<List<String>> value) {
		Set<Integer> ends = Set.of(start);
		for (List<String> spellings : value) {
			Set<Integer> next = new HashSet<>();
			ends.forEach((end) -> spellings.stream()
				.filter((spelling) -> message.regionMatches(true, end, spelling, 0, spelling.length()))
				.forEach((spelling) -> next.add(end + spelling.length())));
			if (next.isEmpty()) {
				return -1;
			}
			ends = next;
		}
		return Collections.max(ends);
	}

}
