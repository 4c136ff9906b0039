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

	private static final int MAX_ATTRIBUTES_LENGTH = 4096;

	private static final Duration LONGEST = Duration.ofDays(36_500);

	private static final Pattern SID = Pattern.compile("[A-Z]{2}[0-9a-fA-F]{32}");

	private Arguments() {
	}

	static boolean isSid(String value) {
		return SID.matcher(value).matches();
	}

	private static boolean isSid(String value, String prefix) {
		return isSid(value) && value.startsWith(prefix);
	}

	/**
	 * Whether a participant can be fetched by this identity, which takes the place of a
	 * SID.
	 */
	static boolean isFetchable(String identity) {
		return !isSid(identity) && !isDots(identity);
	}

	private static boolean isDots(String value) {
		return value.equals(".") || value.equals("..");
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

	static String sid(String name, String prefix, @Nullable String value) {
		String text = text(name, value);
		Assert.isTrue(isSid(text, prefix), () -> "'" + name + "' must be '" + prefix + "' and 32 hexadecimal digits");
		return text;
	}

	/**
	 * A time that can be counted in nanoseconds, and as seconds can be doubled as often
	 * as a back-off is.
	 */
	static void time(String name, Duration value) {
		Assert.isTrue(value.compareTo(LONGEST) <= 0, () -> "'" + name + "' must not be longer than 100 years");
	}

	/**
	 * A value that stands in a path. Dot segments are refused since every server on the
	 * way may resolve them.
	 */
	static String pathSegment(String name, @Nullable String value) {
		String text = text(name, value);
		Assert.isTrue(!isDots(text), () -> "'" + name + "' must not be '.' or '..'");
		return text;
	}

	static String identity(String name, @Nullable String value) {
		String text = text(name, value);
		Assert.isTrue(text.codePointCount(0, text.length()) <= MAX_IDENTITY_LENGTH,
				() -> "'" + name + "' must not be longer than " + MAX_IDENTITY_LENGTH + " characters");
		return text;
	}

	static String newIdentity(String name, @Nullable String value) {
		String identity = identity(name, value);
		Assert.isTrue(!isSid(identity, "US"), () -> "'" + name + "' must not be the SID of a user");
		return identity;
	}

	/**
	 * An address to set. The word that removes one is refused, as removal has a method of
	 * its own.
	 */
	static String address(String name, @Nullable String value) {
		String text = text(name, value);
		Assert.isTrue(!text.equals(FormParameters.REMOVE), () -> "'" + name + "' must be an address");
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

	static String attributes(@Nullable String value) {
		String text = text("attributes", value);
		Assert.isTrue(text.length() <= MAX_ATTRIBUTES_LENGTH, "'attributes' must not be longer than 4 KB");
		Assert.isTrue(Json.isValid(text), "'attributes' must be valid JSON");
		return text;
	}

}
