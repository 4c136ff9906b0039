package dev.conversations.client;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

import reactor.core.scheduler.Schedulers;

/**
 * Accounts by their owner, which is the SID of the account or what takes its place. An
 * account is made when it is first used, and forgotten after it was idle for a while.
 */
final class Accounts {

	private static final long MAX_IDLE_TIME = Duration.ofHours(1).toNanos();

	private final Map<String, Account> accounts = new ConcurrentHashMap<>();

	private final Supplier<Account> factory;

	private final AtomicLong lastSweep = new AtomicLong(now());

	private volatile boolean shutDown;

	Accounts(Supplier<Account> factory) {
		this.factory = factory;
	}

	/**
	 * Returns an account, the same one as long as it is in use.
	 */
	Account get(String owner) {
		long now = now();
		sweep(now);
		Account account = this.accounts.get(owner);
		if (account == null || account.idleTime(now) > MAX_IDLE_TIME / 2) {
			account = this.accounts.compute(owner, (key, known) -> use((known != null) ? known : create(), now));
		}
		return use(account, now);
	}

	private static Account use(Account account, long now) {
		account.use(now);
		return account;
	}

	private Account create() {
		Account account = this.factory.get();
		if (this.shutDown) {
			account.gate().shutDown();
		}
		return account;
	}

	/**
	 * Forgets idle accounts from time to time. Whether one is idle is decided while
	 * nobody else gets it.
	 */
	private void sweep(long now) {
		long last = this.lastSweep.get();
		if (now - last > MAX_IDLE_TIME / 2 && this.lastSweep.compareAndSet(last, now)) {
			this.accounts.keySet()
				.forEach((owner) -> this.accounts.computeIfPresent(owner,
						(key, account) -> isForgotten(account, now) ? null : account));
		}
	}

	private static boolean isForgotten(Account account, long now) {
		return account.idleTime(now) > MAX_IDLE_TIME && account.isIdle();
	}

	/**
	 * Refuses all requests that wait, and those that come later.
	 */
	void shutDown() {
		this.shutDown = true;
		this.accounts.values().forEach((account) -> account.gate().shutDown());
	}

	int size() {
		return this.accounts.size();
	}

	/**
	 * Adds up what the gates tell.
	 */
	int sum(ToIntFunction<RequestGate> value) {
		return this.accounts.values().stream().map(Account::gate).mapToInt(value).sum();
	}

	/**
	 * Returns the fewest permits that any account has.
	 * @param max what a new account has
	 */
	int fewestPermits(int max) {
		return this.accounts.values().stream().map(Account::gate).mapToInt(RequestGate::permits).min().orElse(max);
	}

	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

}
