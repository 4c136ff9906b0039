package dev.conversations.test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The accounts of a simulator by their SIDs, and by the credentials that requests show.
 */
final class Accounts {

	private static final String BASIC = "Basic ";

	private static final String BEARER = "Bearer ";

	private final Map<String, Account> bySid = new ConcurrentHashMap<>();

	private final Map<String, Account> byCredentials = new ConcurrentHashMap<>();

	private final SimulatorSettings settings;

	private final Account own;

	Accounts(SimulatorSettings settings) {
		this.settings = settings;
		this.own = account(settings.credentials().accountSid());
	}

	/**
	 * Returns the account that the simulator has from the start.
	 * @return the account
	 */
	Account own() {
		return this.own;
	}

	/**
	 * Returns an account, whose credentials are accepted until the next reset.
	 * @param sid the account SID
	 * @return the account
	 */
	Account account(String sid) {
		Account account = this.bySid.computeIfAbsent(sid, (key) -> new Account(this, credentials(key), this.settings));
		account.open();
		return account;
	}

	/**
	 * Forgets the data of all accounts, and all credentials but those of the settings.
	 */
	void reset() {
		this.byCredentials.clear();
		this.bySid.forEach((sid, account) -> account.reset(credentials(sid), this.settings.limits()));
		this.own.open();
	}

	/**
	 * Returns the account of a request.
	 * @param authorization the header {@code Authorization}, or {@code null} without one
	 * @return the account, or {@code null} if the credentials are unknown
	 */
	@Nullable Account find(@Nullable String authorization) {
		String credentials = (authorization != null) ? credentialsOf(authorization) : null;
		return (credentials != null) ? this.byCredentials.get(credentials) : null;
	}

	void acceptPassword(Account account, String username, String password) {
		accept(account, BASIC + username + ':' + password);
	}

	void refusePassword(Account account, String username, String password) {
		this.byCredentials.remove(BASIC + username + ':' + password, account);
	}

	void acceptToken(Account account, String accessToken) {
		accept(account, BEARER + accessToken);
	}

	private SimulatorCredentials credentials(String sid) {
		SimulatorCredentials own = this.settings.credentials();
		return own.accountSid().equals(sid) ? own : SimulatorCredentials.of(sid);
	}

	private void accept(Account account, String credentials) {
		Account other = this.byCredentials.putIfAbsent(credentials, account);
		if (other != null && other != account) {
			throw new IllegalArgumentException("The credentials are those of another account");
		}
	}

	private static @Nullable String credentialsOf(String authorization) {
		if (startsWith(authorization, BASIC)) {
			return BASIC + decode(authorization.substring(BASIC.length()).trim());
		}
		return startsWith(authorization, BEARER) ? BEARER + authorization.substring(BEARER.length()).trim() : null;
	}

	private static boolean startsWith(String authorization, String scheme) {
		return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
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
