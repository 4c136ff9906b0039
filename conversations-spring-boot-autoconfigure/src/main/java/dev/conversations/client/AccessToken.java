package dev.conversations.client;

import java.time.Duration;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Access token of OAuth 2.0. {@code toString} does not show it.
 *
 * @param value the token itself
 * @param renewAt when to fetch another one, in milliseconds since 1970
 */
record AccessToken(String value, long renewAt) {

	private static final long MAX_MARGIN = Duration.ofMinutes(1).toMillis();

	/**
	 * A token that is renewed a little before it expires, so that it is still valid when
	 * a request arrives.
	 * @param lifetime its lifetime in seconds; if unknown, the token is used until it is
	 * refused
	 */
	static AccessToken issued(String value, @Nullable Double lifetime, long now) {
		if (lifetime == null) {
			return new AccessToken(value, Long.MAX_VALUE);
		}
		long millis = 1000L * Math.max(0, lifetime.intValue());
		return new AccessToken(value, now + millis - Math.min(MAX_MARGIN, millis / 10));
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
	 * @param tokenType how it is to be used
	 * @param expiresIn its lifetime in seconds, of any size
	 */
	record Body(@Nullable String accessToken, @Nullable String tokenType, @Nullable Double expiresIn) {

		private static final Pattern TOKEN = Pattern.compile("[!-~]+");

		/**
		 * The token, if it can stand in a header and is one for bearers.
		 */
		@Nullable String bearerToken() {
			boolean usable = this.accessToken != null && TOKEN.matcher(this.accessToken).matches()
					&& (this.tokenType == null || this.tokenType.equalsIgnoreCase("Bearer"));
			return usable ? this.accessToken : null;
		}

		@Override
		public String toString() {
			return "Body";
		}

	}

}
