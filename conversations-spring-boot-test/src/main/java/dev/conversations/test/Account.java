package dev.conversations.test;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * An account with its credentials, its data and its limits.
 */
final class Account {

	private final Accounts accounts;

	private final Store store;

	private final AtomicInteger concurrentRequests = new AtomicInteger();

	private final RequestLog log = new RequestLog();

	private volatile SimulatorCredentials credentials;

	private volatile SimulatorLimits limits;

	private volatile SimulatedInitialization initialization = SimulatedInitialization.defaults();

	private volatile boolean suspended;

	Account(Accounts accounts, SimulatorCredentials credentials, SimulatorSettings settings) {
		this.accounts = accounts;
		this.credentials = credentials;
		this.limits = settings.limits();
		this.store = new Store(credentials.accountSid(), settings.clock(), () -> this.limits);
	}

	/**
	 * Has the account's own credentials accepted.
	 */
	void open() {
		this.accounts.acceptPassword(this, sid(), this.credentials.authToken());
		this.accounts.acceptPassword(this, this.credentials.apiKey(), this.credentials.apiSecret());
		this.accounts.acceptToken(this, accessToken());
	}

	/**
	 * Forgets what was done to the account.
	 * @param credentials the first credentials
	 * @param limits the first limits
	 */
	void reset(SimulatorCredentials credentials, SimulatorLimits limits) {
		this.credentials = credentials;
		this.limits = limits;
		this.initialization = SimulatedInitialization.defaults();
		this.suspended = false;
		this.store.clear();
		this.log.clear();
	}

	String sid() {
		return this.credentials.accountSid();
	}

	SimulatorCredentials credentials() {
		return this.credentials;
	}

	/**
	 * Returns an access token that is accepted like the credentials.
	 * @return text that differs from account to account
	 */
	String accessToken() {
		return Sids.of(sid() + "/token").hex();
	}

	void changeAuthToken(String authToken) {
		SimulatorCredentials before = this.credentials;
		SimulatorCredentials after = before.withAuthToken(authToken);
		this.accounts.refusePassword(this, sid(), before.authToken());
		this.accounts.acceptPassword(this, sid(), authToken);
		this.credentials = after;
	}

	void acceptApiKey(String apiKey, String apiSecret) {
		this.accounts.acceptPassword(this, apiKey, apiSecret);
	}

	void acceptAccessToken(String accessToken) {
		this.accounts.acceptToken(this, accessToken);
	}

	Store store() {
		return this.store;
	}

	RequestLog log() {
		return this.log;
	}

	/**
	 * Returns how many requests of the account are served at the moment.
	 * @return the counter
	 */
	AtomicInteger concurrentRequests() {
		return this.concurrentRequests;
	}

	SimulatorLimits limits() {
		return this.limits;
	}

	void limits(SimulatorLimits limits) {
		this.limits = limits;
	}

	SimulatedInitialization initialization() {
		return this.initialization;
	}

	void initialization(SimulatedInitialization initialization) {
		this.initialization = initialization;
	}

	boolean isSuspended() {
		return this.suspended;
	}

	void suspend() {
		this.suspended = true;
	}

	@Override
	public String toString() {
		return sid();
	}

}
