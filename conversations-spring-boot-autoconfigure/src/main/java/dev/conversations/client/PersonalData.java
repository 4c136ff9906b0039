package dev.conversations.client;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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

	private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

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
			masked = anyEncoding(value).matcher(masked).replaceAll(Matcher.quoteReplacement(MASK));
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

	/**
	 * A pattern in which each character may be raw or percent-encoded, and a space a
	 * plus.
	 */
	private static Pattern anyEncoding(String value) {
		StringBuilder pattern = new StringBuilder("(?i)");
		value.codePoints().forEach((codePoint) -> {
			String character = Character.toString(codePoint);
			pattern.append("(?:").append(Pattern.quote(character)).append('|');
			for (byte part : character.getBytes(StandardCharsets.UTF_8)) {
				pattern.append("%%%02x".formatted(part));
			}
			pattern.append((codePoint == ' ') ? "|\\+)" : ")");
		});
		return Pattern.compile(pattern.toString());
	}

}
