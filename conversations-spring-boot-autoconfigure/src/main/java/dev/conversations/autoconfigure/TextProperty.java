package dev.conversations.autoconfigure;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * A property by its full name, so that a failure can name it. A blank value counts as
 * absent, and {@code toString} never shows it.
 *
 * @param name the name
 * @param value the value, without white space around it
 */
record TextProperty(String name, @Nullable String value) {

	private static final Pattern NAMED_CLIENT = Pattern.compile("twilio\\.conversations\\.clients\\.([^.]+)\\..*");

	TextProperty {
		value = StringUtils.hasText(value) ? value.strip() : null;
	}

	boolean isPresent() {
		return this.value != null;
	}

	TextProperty orElse(TextProperty other) {
		return (isPresent() || !other.isPresent()) ? this : other;
	}

	/**
	 * Checks that the value, if there is one, is a SID.
	 * @param prefix the two letters that the SID begins with
	 */
	TextProperty checkSid(String prefix) {
		TwilioConfigurationException.check(this.value == null || this.value.matches(prefix + "[0-9a-fA-F]{32}"),
				this.name, "must be '" + prefix + "' and 32 hexadecimal digits");
		return this;
	}

	/**
	 * Returns the name of the property as an environment variable, or {@code null} if no
	 * variable sets it: the name of a client that has capitals or dashes cannot be read
	 * back from a variable.
	 */
	@Nullable String variable() {
		Matcher client = NAMED_CLIENT.matcher(this.name);
		return (client.matches() && !client.group(1).matches("[a-z0-9]+")) ? null
				: this.name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
	}

	/**
	 * Returns what a message says of where the property may be set.
	 */
	String advice() {
		String variable = variable();
		return "Set the property '%s'".formatted(this.name)
				+ ((variable != null) ? " or the environment variable %s.".formatted(variable) : ".");
	}

	@Override
	public String toString() {
		return this.name;
	}

}
