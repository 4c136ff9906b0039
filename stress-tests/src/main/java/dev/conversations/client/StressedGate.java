package dev.conversations.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Gate of a scenario, with two requests that may come to it.
 */
final class StressedGate {

	private static final long LIMIT = Duration.ofSeconds(10).toNanos();

	private final RequestGate gate;

	private final Waiter first = new Waiter();

	private final Waiter second = new Waiter();

	StressedGate(int permits) {
		this.gate = create(permits);
	}

	/**
	 * Creates a gate that opens at once, on another thread, after it was closed.
	 */
	static RequestGate create(int permits) {
		return new RequestGate("stress", permits, new Backoff(Duration.ofNanos(1), Duration.ofNanos(1), () -> 0),
				Duration.ofSeconds(1));
	}

	RequestGate gate() {
		return this.gate;
	}

	void enterFirst() {
		this.gate.enter(this.first);
	}

	void enterSecond() {
		this.gate.enter(this.second);
	}

	void leaveSecond() {
		this.gate.leave(this.second);
	}

	void succeedFirst() {
		this.first.permit.succeed();
	}

	void cancelFirst() {
		this.first.permit.cancel();
	}

	/**
	 * Refuses the first request by status 429.
	 */
	void refuseFirst() {
		this.first.permit.fail(new RateLimitedException(
				new ApiError("refused", 429, null, null, null, null, Outcome.REPEATABLE, null), true));
	}

	/**
	 * Waits until both requests were told something, since the gate opens on another
	 * thread and tells a request after it has left the queue.
	 */
	void awaitOpening() {
		long start = System.nanoTime();
		while (told() < 2 && System.nanoTime() - start < LIMIT) {
			Thread.onSpinWait();
		}
	}

	void shutDown() {
		this.gate.shutDown();
	}

	/**
	 * Reports how often a request was told something, how many permits are in use and how
	 * many requests wait.
	 */
	void report(III_Result result) {
		result.r1 = told();
		result.r2 = this.gate.inUse();
		result.r3 = this.gate.waiting();
	}

	private int told() {
		return this.first.told.get() + this.second.told.get();
	}

	/**
	 * Request that keeps what it was told.
	 */
	private static final class Waiter implements GateWaiter {

		private volatile GatePermit permit;

		private final AtomicInteger told = new AtomicInteger();

		@Override
		public void admit(GatePermit permit) {
			this.permit = permit;
			this.told.incrementAndGet();
		}

		@Override
		public void refuse() {
			this.told.incrementAndGet();
		}

	}

}
