package dev.conversations.test;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * Dates as Twilio writes them: in whole seconds, such as {@code 2015-07-30T20:00:00Z}.
 */
final class Dates {

	private Dates() {
	}

	static String now(Clock clock) {
		return write(clock.instant());
	}

	static @Nullable String text(@Nullable Instant date) {
		return (date != null) ? write(date) : null;
	}

	static String write(Instant date) {
		return date.truncatedTo(ChronoUnit.SECONDS).toString();
	}

}
