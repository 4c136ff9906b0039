package dev.conversations.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Rules for the properties of one client. A failure has the full name of the property
 * that breaks a rule, which is that of the default client where the value is inherited.
 */
final class PropertyRules {

	private static final Duration LIMIT = Duration.ofDays(24);

	private static final Pattern MESSAGE = Pattern.compile("'(\\w+)' (.*)");

	private static final Pattern NAME = Pattern.compile("'\\w+'");

	private final List<String> prefixes;

	private final Predicate<String> isSet;

	/**
	 * Creates rules.
	 * @param prefixes what the names of the properties begin with, the client's own first
	 * @param isSet tells by its full name whether a property is set
	 */
	PropertyRules(List<String> prefixes, Predicate<String> isSet) {
		this.prefixes = prefixes;
		this.isSet = isSet;
	}

	/**
	 * Returns the full name of a property, where it is set or else could be.
	 */
	String name(String property) {
		return this.prefixes.stream()
			.map((prefix) -> prefix + "." + property)
			.filter(this.isSet)
			.findFirst()
			.orElseGet(() -> ownName(property));
	}

	/**
	 * Returns the full name that a property has for this client alone.
	 */
	String ownName(String property) {
		return this.prefixes.get(0) + "." + property;
	}

	TextProperty text(String property, @Nullable String value) {
		return new TextProperty(name(property), value);
	}

	void check(boolean condition, String property, String rule) {
		if (!condition) {
			TwilioConfigurationException.check(false, name(property), rule);
		}
	}

	@Nullable Duration positive(String property, @Nullable Duration value) {
		check(value == null || !(value.isNegative() || value.isZero()), property, "must be positive");
		return limited(property, value);
	}

	/**
	 * Checks that a time in milliseconds is a number of 32 bits, as Netty counts some.
	 */
	@Nullable Duration limited(String property, @Nullable Duration value) {
		check(value == null || value.compareTo(LIMIT) < 0, property, "must be less than " + LIMIT.toDays() + " days");
		return value;
	}

	/**
	 * Makes settings of the client, which have rules of their own. The message of a
	 * broken rule begins with the argument in quotes, from which the name of the property
	 * follows.
	 * @param group what stands in front of the arguments in the names of the properties
	 * @param settings makes the settings
	 */
	<T> T apply(String group, Supplier<T> settings) {
		try {
			return settings.get();
		}
		catch (IllegalArgumentException ex) {
			Matcher message = matcher(ex);
			throw TwilioConfigurationException.of(name(group + dashed(message.group(1))), rule(message));
		}
	}

	/**
	 * Makes settings of the client from one property, whose name is known.
	 */
	static <T> T apply(TextProperty property, Supplier<T> settings) {
		try {
			return settings.get();
		}
		catch (IllegalArgumentException ex) {
			throw TwilioConfigurationException.of(property.name(), rule(matcher(ex)));
		}
	}

	private static Matcher matcher(IllegalArgumentException failure) {
		Matcher matcher = MESSAGE.matcher(String.valueOf(failure.getMessage()));
		if (!matcher.matches()) {
			throw failure;
		}
		return matcher;
	}

	private static String rule(MatchResult message) {
		return NAME.matcher(message.group(2)).replaceAll((name) -> dashed(name.group()));
	}

	private static String dashed(String name) {
		return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

}
