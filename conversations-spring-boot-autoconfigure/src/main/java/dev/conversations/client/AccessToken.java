package dev.conversations.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Access token of OAuth 2.0. {@code toString} does not show it.
 *
 * @param credentials what it was issued for
 * @param value the token itself
 * @param renewAt when to fetch another one, in milliseconds since 1970
 */
record AccessToken(OAuthCredentials credentials, String value, long renewAt) {

	private static final long MAX_MARGIN = Duration.ofMinutes(1).toMillis();

	/**
	 * A token that is renewed a little before it expires, so that it is still valid when
	 * a request arrives.
	 * @param lifetime its lifetime in seconds; if unknown, the token is used until it is
	 * refused
	 */
	static AccessToken issued(OAuthCredentials credentials, String value, @Nullable Long lifetime, long now) {
		if (lifetime == null) {
			return new AccessToken(credentials, value, Long.MAX_VALUE);
		}
		long millis = Duration.ofSeconds(Math.max(0, Math.min(lifetime, Integer.MAX_VALUE))).toMillis();
		return new AccessToken(credentials, value, now + millis - Math.min(MAX_MARGIN, millis / 10));
	}

	String header() {
		return "Bearer " + this.value;
	}

	@Override
	public String toString() {
		return "AccessToken";
	}

	/**
	 * What the token endpoint answers.
	 *
	 * @param accessToken the token
	 * @param expiresIn its lifetime in seconds
	 */
	record Body(@Nullable String accessToken, @Nullable Long expiresIn) {

		@Override
		public String toString() {
			return "Body";
		}

	}

}
