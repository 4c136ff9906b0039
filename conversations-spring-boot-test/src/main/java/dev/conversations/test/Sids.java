package dev.conversations.test;

import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Source of SIDs that look random but repeat from run to run, so that tests do too.
 */
final class Sids {

	static final String ACCOUNT = "AC";

	static final String API_KEY = "SK";

	static final String PARTICIPANT = "MB";

	static final String CONVERSATION = "CH";

	static final String SERVICE = "IS";

	private static final HexFormat HEX = HexFormat.of();

	private static final Pattern SID = Pattern.compile("[A-Z]{2}[0-9a-fA-F]{32}");

	private final long seed;

	private final Random random;

	Sids(long seed) {
		this.seed = seed;
		this.random = new Random(seed);
	}

	/**
	 * Returns a source that differs from text to text.
	 * @param text any text
	 * @return a new source, the same for the same text
	 */
	static Sids of(String text) {
		long hash = 0;
		for (int i = 0; i < text.length(); i++) {
			hash = 31 * hash + text.charAt(i);
		}
		return new Sids(hash);
	}

	synchronized void restart() {
		this.random.setSeed(this.seed);
	}

	synchronized String next(String prefix) {
		return prefix + hex();
	}

	synchronized String hex() {
		return HEX.toHexDigits(this.random.nextLong()) + HEX.toHexDigits(this.random.nextLong());
	}

	static boolean isSid(String prefix, String text) {
		return text.startsWith(prefix) && SID.matcher(text).matches();
	}

	static String require(String prefix, String name, String sid) {
		Objects.requireNonNull(sid, () -> "'" + name + "' must not be null");
		if (!isSid(prefix, sid)) {
			throw new IllegalArgumentException("%s: must be %s and 32 hexadecimal digits".formatted(name, prefix));
		}
		return sid;
	}

	/**
	 * Returns the SID of the user that an identity stands for in a service.
	 * @param serviceSid the SID of the service
	 * @param identity the identity
	 * @return a SID that is always the same for the two
	 */
	static String user(String serviceSid, String identity) {
		return of(serviceSid + identity).next("US");
	}

}
