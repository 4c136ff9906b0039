package dev.conversations.test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulator's own JSON.
 */
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Json() {
	}

	static byte[] write(Object value) {
		return MAPPER.writeValueAsBytes(value);
	}

	static boolean isValid(String text) {
		try {
			return !MAPPER.readTree(text).isMissingNode();
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	/**
	 * Return a date as Twilio writes it, in whole seconds.
	 * @param date the date
	 * @return text such as {@code 2015-07-30T20:00:00Z}
	 */
	static @Nullable String date(@Nullable Instant date) {
		return (date != null) ? date.truncatedTo(ChronoUnit.SECONDS).toString() : null;
	}

}
