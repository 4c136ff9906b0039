package dev.conversations.client;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Rules for SIDs, by which Twilio names its resources: two letters and 32 hexadecimal
 * digits.
 */
final class Sid {

	static final String ACCOUNT = "AC";

	static final String API_KEY = "SK";

	static final String CONVERSATION = "CH";

	static final String PARTICIPANT = "MB";

	static final String CHAT_SERVICE = "IS";

	static final String MESSAGING_SERVICE = "MG";

	static final String ROLE = "RL";

	static final String USER = "US";

	/**
	 * The number of characters of a SID.
	 */
	static final int LENGTH = 34;

	/**
	 * The regular expression of a SID.
	 */
	static final String EXPRESSION = "[A-Z]{2}[0-9a-fA-F]{32}";

	private static final Pattern FORM = Pattern.compile(EXPRESSION);

	private Sid() {
	}

	/**
	 * Tells whether a text is the SID of any resource.
	 */
	static boolean is(CharSequence text) {
		return text.length() == LENGTH && FORM.matcher(text).matches();
	}

	/**
	 * Tells whether a text is a SID of one kind.
	 * @param prefix the letters that name the kind
	 */
	static boolean is(String prefix, String text) {
		return text.startsWith(prefix) && is(text);
	}

	/**
	 * Returns an argument that must be a SID of one kind.
	 * @param name the name of the argument
	 * @param prefix the letters that name the kind
	 * @throws IllegalArgumentException if the argument is anything else
	 */
	static String check(String name, String prefix, @Nullable String value) {
		String text = Arguments.text(name, value);
		Assert.isTrue(is(prefix, text), () -> "'" + name + "' must be '" + prefix + "' and 32 hexadecimal digits");
		return text;
	}

}
