package dev.conversations.test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * Dates as Twilio writes them: in whole seconds, such as {@code 2015-07-30T20:00:00Z}.
 */
final class Dates {

	private Dates() {
	}

	static Instant seconds(Instant date) {
		return date.truncatedTo(ChronoUnit.SECONDS);
	}

	static @Nullable String write(@Nullable Instant date) {
		return (date != null) ? seconds(date).toString() : null;
	}

}
