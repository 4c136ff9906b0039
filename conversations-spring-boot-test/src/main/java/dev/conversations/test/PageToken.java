package dev.conversations.test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A place in a list: just after or just before the key of a record, so that it stays
 * valid as records come and go. Its text holds {@code : . _} as Twilio's does [W]; that
 * it is refused for another list is a choice of the simulator [C].
 *
 * @param backward whether the page ends before the key
 * @param key the key of a record
 */
record PageToken(boolean backward, String key) {

	static final PageToken START = new PageToken(false, "");

	private static final Pattern FORMAT = Pattern.compile("(PT|PB)_([A-Za-z0-9_-]*)\\.([0-9a-f]{8}):1");

	static PageToken parse(String text, String list) {
		Matcher matcher = FORMAT.matcher(text);
		if (!matcher.matches()) {
			throw Refusal.PAGE_TOKEN_INVALID.exception();
		}
		PageToken token = new PageToken(matcher.group(1).equals("PB"), decode(matcher.group(2)));
		if (!token.text(list).equals(text)) {
			throw Refusal.PAGE_TOKEN_INVALID.exception();
		}
		return token;
	}

	String text(String list) {
		String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(octets(this.key));
		return "%s_%s.%08x:1".formatted(this.backward ? "PB" : "PT", encoded, check(list));
	}

	private long check(String list) {
		CRC32 crc = new CRC32();
		crc.update(octets(list + this.backward + this.key));
		return crc.getValue();
	}

	private static String decode(String encoded) {
		try {
			return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.PAGE_TOKEN_INVALID.exception();
		}
	}

	private static byte[] octets(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
