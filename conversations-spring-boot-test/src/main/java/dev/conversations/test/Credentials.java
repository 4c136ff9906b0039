package dev.conversations.test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The account and the two pairs of credentials that the simulator accepts.
 */
final class Credentials {

	private static final String SCHEME = "Basic ";

	private final String accountSid;

	private final String authToken;

	private final String apiKey;

	private final String apiSecret;

	private final Set<String> accepted;

	Credentials(Sids sids) {
		this.accountSid = sids.next("AC");
		this.authToken = sids.hex();
		this.apiKey = sids.next("SK");
		this.apiSecret = sids.hex();
		this.accepted = Set.of(this.accountSid + ':' + this.authToken, this.apiKey + ':' + this.apiSecret);
	}

	String accountSid() {
		return this.accountSid;
	}

	String authToken() {
		return this.authToken;
	}

	String apiKey() {
		return this.apiKey;
	}

	String apiSecret() {
		return this.apiSecret;
	}

	void check(@Nullable String authorization) {
		if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
				|| !this.accepted.contains(decode(authorization.substring(SCHEME.length()).trim()))) {
			throw ApiError.AUTHENTICATE.exception();
		}
	}

	private static String decode(String encoded) {
		try {
			return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

}
