package dev.conversations.client;

import org.jspecify.annotations.Nullable;

/**
 * Texts that the records of a page have in common, such as the SID of the account, so
 * that each is there once. A text may push out another, which is then there twice.
 */
final class SharedTexts {

	private static final int SLOTS = 64;

	private final @Nullable String[] texts = new String[SLOTS];

	String get(char[] source, int start, int length) {
		int slot = slot(source, start, length);
		String known = this.texts[slot];
		if (known != null && isSame(known, source, start, length)) {
			return known;
		}
		String text = new String(source, start, length);
		this.texts[slot] = text;
		return text;
	}

	private static int slot(char[] source, int start, int length) {
		int hash = length;
		for (int i = start; i < start + length; i++) {
			hash = 31 * hash + source[i];
		}
		return (hash ^ (hash >>> 16)) & (SLOTS - 1);
	}

	private static boolean isSame(String known, char[] source, int start, int length) {
		boolean same = known.length() == length;
		for (int i = 0; same && i < length; i++) {
			same = known.charAt(i) == source[start + i];
		}
		return same;
	}

}
