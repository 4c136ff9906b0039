package dev.conversations.autoconfigure;

import java.util.Locale;

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
	 * The name of the property as an environment variable.
	 */
	String variable() {
		return this.name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
