package dev.conversations.client;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The header {@code Retry-After} (RFC 9110, section 10.2.3): whole seconds or a date.
 */
final class RetryAfter {

	private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

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
			return Duration.ofSeconds(Long.parseLong(text));
		}
		try {
			Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
			return date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
