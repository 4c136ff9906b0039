package dev.conversations.client;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the header {@code Retry-After} says.
 */
class RetryAfterTests {

	private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

	@ParameterizedTest
	@CsvSource({ "0, 0", "1, 1", "' 61 ', 61", "2147483648, 2147483648", "2147483649, 2147483648",
			"99999999999999999999999999, 2147483648" })
	void secondsAreReadUpToALimit(String value, long seconds) {
		assertThat(RetryAfter.parse(value, NOW)).isEqualTo(Duration.ofSeconds(seconds));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sat, 21 Nov 2026 08:00:30 GMT", "Saturday, 21-Nov-26 08:00:30 GMT",
			"Sat Nov 21 08:00:30 2026" })
	void dateIsReadInEachOfItsForms(String value) {
		assertThat(RetryAfter.parse(value, NOW)).isEqualTo(Duration.ofSeconds(30));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sat, 21 Nov 2026 08:00:00 GMT", "Sat, 21 Nov 2026 07:59:59 GMT",
			"Thu, 01 Jan 1970 00:00:00 GMT" })
	void dateThatHasPassedIsZero(String value) {
		assertThat(RetryAfter.parse(value, NOW)).isZero();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "-1", "+1", "0.5", "1s", "soon", "٣", "Sun, 21 Nov 2026 08:00:30 GMT",
			"2026-11-21T08:00:30Z" })
	void otherValueIsAbsent(String value) {
		assertThat(RetryAfter.parse(value, NOW)).isNull();
	}

}
