package dev.conversations.autoconfigure;

import java.io.Serial;

/**
 * A property is missing or breaks a rule. The message names properties and rules, never
 * values.
 */
final class TwilioConfigurationException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String action;

	TwilioConfigurationException(String message, String action) {
		super(message);
		this.action = action;
	}

	static void check(boolean condition, String property, String rule) {
		if (!condition) {
			throw of(property, rule);
		}
	}

	static TwilioConfigurationException of(String property, String rule) {
		return new TwilioConfigurationException("The property '%s' %s.".formatted(property, rule),
				"Correct the property '%s'.".formatted(property));
	}

	static TwilioConfigurationException half(TextProperty given, TextProperty missing) {
		return new TwilioConfigurationException(
				"The property '%s' is set, but '%s' is missing.".formatted(given, missing), missing.advice());
	}

	String action() {
		return this.action;
	}

}
