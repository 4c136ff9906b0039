package dev.conversations.autoconfigure;

import java.time.Duration;

/**
 * Rules for the properties of one client. A failure has the full name of the property.
 *
 * @param prefix what the names begin with, such as {@code twilio.conversations}
 */
record PropertyRules(String prefix) {

	private static final Duration LIMIT = Duration.ofDays(24);

	void check(boolean condition, String property, String rule) {
		TwilioConfigurationException.check(condition, name(property), rule);
	}

	Duration positive(String property, Duration value) {
		check(!value.isNegative() && !value.isZero(), property, "must be positive");
		return limited(property, value);
	}

	/**
	 * Checks that a time in milliseconds is a number of 32 bits, as Netty counts some.
	 */
	Duration limited(String property, Duration value) {
		check(value.compareTo(LIMIT) < 0, property, "must be less than " + LIMIT.toDays() + " days");
		return value;
	}

	String name(String property) {
		return this.prefix + "." + property;
	}

}
