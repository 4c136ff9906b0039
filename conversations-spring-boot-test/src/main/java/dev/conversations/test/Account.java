package dev.conversations.test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The account, with the two pairs of credentials that the simulator accepts.
 */
final class Account {

	private static final String SCHEME = "Basic ";

	private final String sid;

	private final String authToken;

	private final String apiKey;

	private final String apiSecret;

	private final Set<String> accepted;

	private volatile boolean suspended;

	Account(Sids sids) {
		this.sid = sids.next("AC");
		this.authToken = sids.hex();
		this.apiKey = sids.next("SK");
		this.apiSecret = sids.hex();
		this.accepted = Set.of(this.sid + ':' + this.authToken, this.apiKey + ':' + this.apiSecret);
	}

	String sid() {
		return this.sid;
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

	void suspended(boolean suspended) {
		this.suspended = suspended;
	}

	void check(@Nullable String authorization) {
		if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
				|| !this.accepted.contains(decode(authorization.substring(SCHEME.length()).trim()))) {
			throw ApiError.AUTHENTICATE.exception();
		}
		FormRules.check(!this.suspended, ApiError.SUSPENDED);
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
