package dev.conversations.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * User name and password, or what takes their place. {@code toString} shows neither.
 *
 * @param username the user name
 * @param password the password
 */
record UsernamePassword(String username, String password) {

	/**
	 * Both, or {@code null} where both are absent. Half a pair is an error that names the
	 * missing half, and a colon would part the user name from the password.
	 */
	static @Nullable UsernamePassword of(TextProperty username, TextProperty password) {
		if (username.value() != null && password.value() != null) {
			TwilioConfigurationException.check(username.value().indexOf(':') == -1, username.name(),
					"must not have a colon");
			return new UsernamePassword(username.value(), password.value());
		}
		if (!username.isPresent() && !password.isPresent()) {
			return null;
		}
		throw username.isPresent() ? TwilioConfigurationException.half(username, password)
				: TwilioConfigurationException.half(password, username);
	}

	@Override
	public String toString() {
		return "UsernamePassword";
	}

}
