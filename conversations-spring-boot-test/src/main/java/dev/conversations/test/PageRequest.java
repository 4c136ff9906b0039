package dev.conversations.test;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for. A page size over the maximum is clamped [W]; what
 * cannot be read is refused [C].
 *
 * @param size the page size
 * @param index the index, which is the client's own affair
 * @param token the place to start at, or {@code null} for the start of the list
 */
record PageRequest(int size, int index, @Nullable PageToken token) {

	private static final int DEFAULT_SIZE = 50;

	// Larger numbers count as this one, so that there is always a next
	private static final int MAXIMUM = 999_999_999;

	private static final Pattern NUMBER = Pattern.compile("[0-9]+");

	static PageRequest of(Parameters query, int maximum, String list) {
		int size = number(query, "PageSize", DEFAULT_SIZE);
		if (size == 0) {
			throw invalid("PageSize");
		}
		String token = query.first("PageToken");
		return new PageRequest(Math.min(size, maximum), number(query, "Page", 0),
				(token != null) ? PageToken.parse(token, list) : null);
	}

	private static int number(Parameters query, String name, int absent) {
		String text = query.first(name);
		if (text == null) {
			return absent;
		}
		if (!NUMBER.matcher(text).matches()) {
			throw invalid(name);
		}
		return (text.length() < 10) ? Integer.parseInt(text) : MAXIMUM;
	}

	private static RefusedException invalid(String name) {
		return Refusal.invalidParameter("Invalid " + name).exception();
	}

}
