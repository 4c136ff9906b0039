package dev.conversations.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Link to the next page, as it is found at the end of a body that was not read yet. It is
 * no more than a guess: only the body itself tells.
 *
 * @param text the link as it came, or {@code null} if none was found
 * @param target where it leads to, or {@code null} if it cannot be followed
 */
record NextLink(@Nullable String text, @Nullable URI target) {

	private static final String NAME = "\"next_page_url\"";

	/**
	 * A text of visible characters of ASCII, without escapes.
	 */
	private static final Pattern VALUE = Pattern.compile("\\s*:\\s*\"([!#-\\[\\]-~]+)\"");

	/**
	 * The length of the part at the end of a body that is looked at, in bytes.
	 */
	private static final int LENGTH = 1024;

	static NextLink guess(DataBuffer body, PageLinks links) {
		String text = find(body);
		try {
			return new NextLink(text, (text != null) ? links.follow(text) : null);
		}
		catch (InvalidLinkException ex) {
			return new NextLink(null, null);
		}
	}

	private static @Nullable String find(DataBuffer body) {
		int length = Math.min(LENGTH, body.readableByteCount());
		String end = body.toString(body.writePosition() - length, length, StandardCharsets.ISO_8859_1);
		int name = end.lastIndexOf(NAME);
		Matcher value = VALUE.matcher(end);
		return (name != -1 && value.region(name + NAME.length(), length).lookingAt()) ? value.group(1) : null;
	}

}
