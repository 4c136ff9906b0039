package dev.conversations.client;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;

/**
 * Credentials for HTTP Basic authentication (RFC 7617).
 * <p>
 * {@code toString} shows none of them.
 *
 * @param username the account SID, {@code AC…}, or the SID of an API key, {@code SK…}
 * @param password the auth token or the secret of the API key
 * @param accountSid the account SID where it is known
 * @since 0.1.0
 * @see <a href="https://www.twilio.com/docs/usage/requests-to-twilio">Requests to
 * Twilio</a>
 */
public record BasicCredentials(String username, String password,
		@Nullable String accountSid) implements TwilioCredentials {

	/**
	 * Creates credentials.
	 * @throws IllegalArgumentException if the user name, the password or the account SID
	 * is blank, or the user name has a colon
	 */
	public BasicCredentials {
		Arguments.text("username", username);
		Arguments.text("password", password);
		Arguments.textOrNull("accountSid", accountSid);
		Assert.isTrue(username.indexOf(':') == -1, "'username' must not have a colon");
	}

	@Override
	public String owner() {
		return (this.accountSid != null) ? this.accountSid : this.username;
	}

	/**
	 * The value of the {@code Authorization} header.
	 */
	String header() {
		return "Basic " + HttpHeaders.encodeBasicAuth(this.username, this.password, StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return "BasicCredentials";
	}

}
