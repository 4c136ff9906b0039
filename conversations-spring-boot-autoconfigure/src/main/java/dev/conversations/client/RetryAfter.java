package dev.conversations.client;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * The header {@code Retry-After} (RFC 9110, section 10.2.3): whole seconds or a date.
 */
final class RetryAfter {

	private static final Pattern SECONDS = Pattern.compile("[0-9]+");

	/**
	 * What stands for any larger number (RFC 9111, section 1.2.2).
	 */
	private static final BigInteger MAX_SECONDS = BigInteger.TWO.pow(31);

	private RetryAfter() {
	}

	/**
	 * Reads the header.
	 * @return zero or more, or {@code null} if the value is absent, negative, fractional
	 * or unreadable
	 */
	static @Nullable Duration parse(@Nullable String value, Instant now) {
		if (value == null) {
			return null;
		}
		String text = value.strip();
		if (SECONDS.matcher(text).matches()) {
			return Duration.ofSeconds(new BigInteger(text).min(MAX_SECONDS).longValue());
		}
		Instant date = date(text);
		if (date == null) {
			return null;
		}
		return date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
	}

	/**
	 * Reads a date in any of its three forms (RFC 9110, section 5.6.7).
	 */
	private static @Nullable Instant date(String text) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, text);
		try {
			ZonedDateTime date = headers.getFirstZonedDateTime(HttpHeaders.RETRY_AFTER);
			return (date != null) ? date.toInstant() : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
