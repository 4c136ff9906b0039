package dev.conversations.test;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Exact percent-encoding of path segments, queries and forms, as in RFC 3986.
 */
final class PercentCodec {

	private static final String UNRESERVED = "-._~";

	private static final char[] HEX = "0123456789ABCDEF".toCharArray();

	private PercentCodec() {
	}

	static String encode(String text) {
		StringBuilder encoded = new StringBuilder(text.length() + 16);
		for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
			if (isUnreserved((char) (octet & 0xFF))) {
				encoded.append((char) octet);
			}
			else {
				encoded.append('%').append(HEX[(octet >> 4) & 0xF]).append(HEX[octet & 0xF]);
			}
		}
		return encoded.toString();
	}

	/**
	 * Decodes a segment of a path, in which a plus is a plus.
	 * @param segment the raw segment
	 * @return the decoded text
	 */
	static String decodeSegment(String segment) {
		return decode(segment, false);
	}

	/**
	 * Decodes a name or value of a query or form, in which a plus is a space.
	 * @param component the raw name or value
	 * @return the decoded text
	 */
	static String decodeFormComponent(String component) {
		return decode(component, true);
	}

	private static String decode(String text, boolean plusIsSpace) {
		ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character == '%') {
				octets.write(octet(text, i + 1));
				i += 2;
			}
			else if (character < 0x80) {
				octets.write((character == '+' && plusIsSpace) ? ' ' : character);
			}
			else {
				octets.writeBytes(String.valueOf(character).getBytes(StandardCharsets.UTF_8));
			}
		}
		return utf8(octets.toByteArray());
	}

	private static int octet(String text, int start) {
		int high = (start + 1 < text.length()) ? Character.digit(text.charAt(start), 16) : -1;
		int low = (high != -1) ? Character.digit(text.charAt(start + 1), 16) : -1;
		if (low == -1) {
			throw Refusal.invalidParameter("Malformed percent-encoding").exception();
		}
		return (high << 4) | low;
	}

	private static String utf8(byte[] octets) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
		}
		catch (CharacterCodingException ex) {
			throw Refusal.invalidParameter("Malformed UTF-8").exception();
		}
	}

	private static boolean isUnreserved(char character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
				|| (character >= '0' && character <= '9') || UNRESERVED.indexOf(character) != -1;
	}

}
