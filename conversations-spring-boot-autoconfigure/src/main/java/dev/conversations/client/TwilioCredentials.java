package dev.conversations.client;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Credentials for HTTP Basic authentication (RFC 7617).
 * <p>
 * {@code toString} shows none of them.
 *
 * @param username the account SID, {@code AC…}, or the SID of an API key, {@code SK…}
 * @param password the auth token or the secret of the API key
 * @param accountSid the account SID where it is known; page cursors stay valid as long as
 * it stays the same
 * @since 0.1.0
 * @see <a href="https://www.twilio.com/docs/usage/requests-to-twilio">Requests to
 * Twilio</a>
 */
public record TwilioCredentials(String username, String password, @Nullable String accountSid) {

	/**
	 * Creates credentials.
	 * @throws IllegalArgumentException if the user name or the password is blank, or the
	 * user name has a colon
	 */
	public TwilioCredentials {
		Arguments.text("username", username);
		Arguments.text("password", password);
		Assert.isTrue(username.indexOf(':') == -1, "'username' must not have a colon");
	}

	/**
	 * What the marks of page cursors are keyed with.
	 */
	String owner() {
		return (this.accountSid != null) ? this.accountSid : this.username;
	}

	@Override
	public String toString() {
		return "TwilioCredentials";
	}

}
