package dev.conversations.test;

import java.util.Objects;

/**
 * Credentials of an account of a {@link ConversationsSimulator}: the account SID with the
 * auth token, and an API key with its secret. What is not chosen is made up: it looks
 * random, is the same in each run, and differs from account to account. {@code toString}
 * shows the account SID only.
 *
 * @param accountSid the account SID, {@code AC} and 32 hexadecimal digits
 * @param authToken the auth token
 * @param apiKey the SID of the API key, {@code SK} and 32 hexadecimal digits
 * @param apiSecret the secret of the API key
 * @since 0.1.0
 */
public record SimulatorCredentials(String accountSid, String authToken, String apiKey, String apiSecret) {

	private static final long DEFAULT_SEED = 0;

	/**
	 * Creates credentials.
	 * @throws IllegalArgumentException if a SID has not its form, or a token or secret is
	 * empty
	 */
	public SimulatorCredentials {
		Sids.require(Sids.ACCOUNT, "accountSid", accountSid);
		Sids.require(Sids.API_KEY, "apiKey", apiKey);
		requireText(authToken, "authToken");
		requireText(apiSecret, "apiSecret");
	}

	/**
	 * Returns the credentials of the account that a simulator has if none is chosen.
	 * @return the credentials
	 */
	public static SimulatorCredentials defaults() {
		Sids sids = new Sids(DEFAULT_SEED);
		return of(sids.next(Sids.ACCOUNT), sids);
	}

	/**
	 * Returns the credentials of an account, of which only the SID is chosen.
	 * @param accountSid {@code AC} and 32 hexadecimal digits
	 * @return the credentials
	 */
	public static SimulatorCredentials of(String accountSid) {
		return of(Sids.require(Sids.ACCOUNT, "accountSid", accountSid), Sids.of(accountSid));
	}

	/**
	 * Returns the credentials of an account.
	 * @param accountSid {@code AC} and 32 hexadecimal digits
	 * @param authToken the auth token
	 * @return the credentials
	 */
	public static SimulatorCredentials of(String accountSid, String authToken) {
		return of(accountSid).withAuthToken(authToken);
	}

	private static SimulatorCredentials of(String accountSid, Sids sids) {
		return new SimulatorCredentials(accountSid, sids.hex(), sids.next(Sids.API_KEY), sids.hex());
	}

	/**
	 * Returns credentials with another auth token.
	 * @param authToken the auth token
	 * @return the new credentials
	 */
	public SimulatorCredentials withAuthToken(String authToken) {
		return new SimulatorCredentials(this.accountSid, authToken, this.apiKey, this.apiSecret);
	}

	/**
	 * Returns credentials with another API key.
	 * @param apiKey {@code SK} and 32 hexadecimal digits
	 * @param apiSecret the secret of the API key
	 * @return the new credentials
	 */
	public SimulatorCredentials withApiKey(String apiKey, String apiSecret) {
		return new SimulatorCredentials(this.accountSid, this.authToken, apiKey, apiSecret);
	}

	static String requireText(String text, String name) {
		Objects.requireNonNull(text, () -> "'" + name + "' must not be null");
		if (text.isEmpty()) {
			throw new IllegalArgumentException("'" + name + "' must not be empty");
		}
		return text;
	}

	@Override
	public String toString() {
		return this.accountSid;
	}

}
