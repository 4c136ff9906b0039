package dev.conversations.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Rules for arguments. A message names the argument and the rule, never the value.
 */
final class Arguments {

	private static final int MAX_IDENTITY_LENGTH = 256;

	private static final Duration LONGEST = Duration.ofDays(36_500);

	/**
	 * A space at the start of an address, also behind the prefix of a channel.
	 */
	private static final Pattern LEADING_SPACE = Pattern.compile("(?:[a-z]+:)?\\s.*", Pattern.DOTALL);

	private Arguments() {
	}

	static String text(String name, @Nullable String value) {
		Assert.notNull(value, () -> "'" + name + "' must not be null");
		Assert.isTrue(StringUtils.hasText(value), () -> "'" + name + "' must not be blank");
		Assert.isTrue(StandardCharsets.UTF_8.newEncoder().canEncode(value),
				() -> "'" + name + "' must not hold half of a surrogate pair");
		return value;
	}

	static void textOrNull(String name, @Nullable String value) {
		if (value != null) {
			text(name, value);
		}
	}

	/**
	 * A time that can be counted in nanoseconds, and as seconds can be doubled as often
	 * as a back-off is.
	 */
	static void time(String name, Duration value) {
		Assert.isTrue(value.compareTo(LONGEST) <= 0, () -> "'" + name + "' must not be longer than 100 years");
	}

	/**
	 * Returns a value that stands in a path.
	 */
	static String pathSegment(String name, @Nullable String value) {
		String text = text(name, value);
		Assert.isTrue(isPathSegment(text), () -> "'" + name + "' must not be '.' or '..'");
		return text;
	}

	/**
	 * Tells whether a value may stand in a path. Every server on the way may resolve a
	 * segment of dots.
	 */
	static boolean isPathSegment(String value) {
		return !value.equals(".") && !value.equals("..");
	}

	static String identity(String name, @Nullable String value) {
		String text = text(name, value);
		Assert.isTrue(text.codePointCount(0, text.length()) <= MAX_IDENTITY_LENGTH,
				() -> "'" + name + "' must not be longer than " + MAX_IDENTITY_LENGTH + " characters");
		return text;
	}

	/**
	 * Returns an address. One that begins with a space was a {@code +} that is missing
	 * its percent-encoding.
	 */
	static String address(String name, @Nullable String value) {
		String text = text(name, value);
		Assert.isTrue(!LEADING_SPACE.matcher(text).matches(),
				() -> "'" + name + "' must not begin with a space: a '+' in a URL must be written as '%2B'");
		return text;
	}

	/**
	 * A URL that credentials are sent to.
	 */
	static URI url(String name, @Nullable URI url) {
		Assert.notNull(url, () -> "'" + name + "' must not be null");
		Assert.isTrue("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()),
				() -> "'" + name + "' must begin with 'http://' or 'https://'");
		Assert.isTrue(StringUtils.hasText(url.getHost()), () -> "'" + name + "' must have a host");
		Assert.isTrue(url.getPort() != 0 && url.getPort() <= 65535,
				() -> "'" + name + "' must have a port between 1 and 65535");
		Assert.isTrue(url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null,
				() -> "'" + name + "' must have neither user information nor query nor fragment");
		return url;
	}

}
