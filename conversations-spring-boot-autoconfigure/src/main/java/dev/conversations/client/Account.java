package dev.conversations.client;

import org.jspecify.annotations.Nullable;

/**
 * State of an account of Twilio that all its requests share, whichever resource or view
 * they belong to: the gate, the pace of writes and the access token.
 */
final class Account {

	private final RequestGate gate;

	private final @Nullable WritePace pace;

	private @Nullable AccessTokens tokens;

	private volatile long lastUsed;

	Account(RequestGate gate, @Nullable WritePace pace) {
		this.gate = gate;
		this.pace = pace;
	}

	RequestGate gate() {
		return this.gate;
	}

	@Nullable WritePace pace() {
		return this.pace;
	}

	/**
	 * Returns the access tokens of credentials. Those of the credentials that were used
	 * before are forgotten if these are others, so that nobody gets a token for
	 * credentials that were not presented.
	 */
	synchronized AccessTokens tokens(OAuthCredentials credentials, AccessTokens.Issuer issuer) {
		AccessTokens known = this.tokens;
		if (known == null || !known.credentials().equals(credentials)) {
			known = new AccessTokens(credentials, issuer);
			this.tokens = known;
		}
		return known;
	}

	/**
	 * Remembers that the account is in use.
	 * @param now the time in nanoseconds
	 */
	void use(long now) {
		this.lastUsed = now;
	}

	/**
	 * Returns how long ago the account was last used, in nanoseconds.
	 */
	long idleTime(long now) {
		return now - this.lastUsed;
	}

	/**
	 * Returns whether nothing of the account is under way, so that it may be forgotten.
	 */
	boolean isIdle() {
		return this.gate.isIdle() && (this.pace == null || this.pace.conversations() == 0);
	}

}
