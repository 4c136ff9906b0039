package dev.conversations.autoconfigure;

import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Adapts {@link TwilioProperties} to {@link ConversationsConnectionDetails}. What is
 * missing is an error only when it is asked for, since an application that brings its own
 * client needs no credentials.
 */
class PropertiesConversationsConnectionDetails implements ConversationsConnectionDetails {

	private final TwilioProperties properties;

	PropertiesConversationsConnectionDetails(TwilioProperties properties) {
		this.properties = properties;
	}

	@Override
	public URI getBaseUrl() {
		return TwilioEndpoint.of(this.properties);
	}

	@Override
	public @Nullable String getAccountSid() {
		return present(this.properties.getAccountSid());
	}

	@Override
	public String getUsername() {
		return credentials().username();
	}

	@Override
	public String getPassword() {
		return credentials().password();
	}

	private Pair credentials() {
		Pair apiKey = pair("twilio.api-key", this.properties.getApiKey(), "twilio.api-secret",
				this.properties.getApiSecret());
		String accountSid = getAccountSid();
		if (apiKey != null && present(this.properties.getAuthToken()) == null) {
			return apiKey;
		}
		Pair account = pair("twilio.account-sid", accountSid, "twilio.auth-token", this.properties.getAuthToken());
		if (apiKey != null) {
			return apiKey;
		}
		if (account == null) {
			throw new TwilioConfigurationException("There are no credentials for Twilio.", """
					Set one of these pairs of properties, or of environment variables:

					    twilio.account-sid and twilio.auth-token (TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN)
					    twilio.api-key and twilio.api-secret (TWILIO_API_KEY and TWILIO_API_SECRET)

					An application that defines a ParticipantClient bean of its own needs none.""");
		}
		return account;
	}

	private static @Nullable Pair pair(String usernameProperty, @Nullable String username, String passwordProperty,
			@Nullable String password) {
		String presentUsername = present(username);
		String presentPassword = present(password);
		if (presentUsername != null && presentPassword != null) {
			return new Pair(presentUsername, presentPassword);
		}
		if (presentUsername == null && presentPassword == null) {
			return null;
		}
		throw (presentUsername != null) ? half(usernameProperty, passwordProperty)
				: half(passwordProperty, usernameProperty);
	}

	private static TwilioConfigurationException half(String given, String missing) {
		String variable = missing.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
		return new TwilioConfigurationException(
				"The property '%s' is set, but '%s' is missing.".formatted(given, missing),
				"Set the property '%s' or the environment variable %s.".formatted(missing, variable));
	}

	private static @Nullable String present(@Nullable String value) {
		return StringUtils.hasText(value) ? value.strip() : null;
	}

	/**
	 * User name and password.
	 *
	 * @param username the user name
	 * @param password the password
	 */
	private record Pair(String username, String password) {

		@Override
		public String toString() {
			return "Pair";
		}

	}

}
