package dev.conversations.client;

import java.time.Duration;

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

}
