package dev.conversations.autoconfigure;

/**
 * SIDs of accounts and API keys.
 */
public final class Sids {

	/**
	 * SID of an account.
	 */
	public static final String AC1 = "AC11111111111111111111111111111111";

	/**
	 * SID of another account.
	 */
	public static final String AC2 = "AC22222222222222222222222222222222";

	/**
	 * SID of an API key.
	 */
	public static final String SK1 = "SK11111111111111111111111111111111";

	/**
	 * SID of another API key.
	 */
	public static final String SK2 = "SK22222222222222222222222222222222";

	/**
	 * SID of a third API key.
	 */
	public static final String SK3 = "SK33333333333333333333333333333333";

	private Sids() {
	}

}
