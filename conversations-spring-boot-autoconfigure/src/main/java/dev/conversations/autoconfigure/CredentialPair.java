package dev.conversations.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * Two properties that make sense only together, such as a user name and a password.
 * {@code toString} shows neither.
 *
 * @param first the first value, which says who
 * @param second the second value, which proves it
 */
record CredentialPair(String first, String second) {

	/**
	 * Returns both values, or {@code null} where both are absent.
	 * @throws TwilioConfigurationException if one of them is missing
	 */
	static @Nullable CredentialPair of(TextProperty first, TextProperty second) {
		if (first.value() != null && second.value() != null) {
			return new CredentialPair(first.value(), second.value());
		}
		if (!first.isPresent() && !second.isPresent()) {
			return null;
		}
		throw first.isPresent() ? TwilioConfigurationException.half(first, second)
				: TwilioConfigurationException.half(second, first);
	}

	@Override
	public String toString() {
		return "CredentialPair";
	}

}
