package dev.conversations.client;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

/**
 * Admits requests, first come first served, as far as there are permits. A refusal by
 * status 429 closes the gate for all until the wait is over; then one request goes first
 * as a probe, and opens the gate unless it is refused, too.
 * <p>
 * This is code of our own since the libraries at hand reject what exceeds a limit
 * (Resilience4j), block (Netflix concurrency-limits) or know neither closing nor probing
 * (reactor-pool).
 */
final class RequestGate implements GatePermit.Issuer {

	private final String client;

	private final PermitLimit permits;

	private final Backoff backoff;

	private final Duration maxRetryAfter;

	private final GateClosure closure = new GateClosure();

	private final AtomicInteger workInProgress = new AtomicInteger();

	private final Set<GateWaiter> waiting = new LinkedHashSet<>();

	private int inUse;

	private boolean shutDown;

	/**
	 * Creates a gate.
	 * @param client the name of the client, for the log
	 */
	RequestGate(String client, int maxPermits, Backoff backoff, Duration maxRetryAfter) {
		this.client = client;
		this.permits = new PermitLimit(maxPermits);
		this.backoff = backoff;
		this.maxRetryAfter = maxRetryAfter;
	}

	/**
	 * Queues a request, which is admitted at once if there is a permit for it.
	 */
	void enter(GateWaiter waiter) {
		synchronized (this) {
			this.waiting.add(waiter);
		}
		drain();
	}

	/**
	 * Takes a request out of the queue. Nothing happens if it was admitted before.
	 */
	synchronized void leave(GateWaiter waiter) {
		this.waiting.remove(waiter);
	}

	/**
	 * Refuses all requests that wait, and those that come later.
	 */
	void shutDown() {
		synchronized (this) {
			this.shutDown = true;
		}
		drain();
	}

	synchronized int inUse() {
		return this.inUse;
	}

	synchronized int permits() {
		return this.permits.current();
	}

	synchronized int waiting() {
		return this.waiting.size();
	}

	/**
	 * Returns whether no request is under way or waits, and the gate is not closed.
	 */
	synchronized boolean isIdle() {
		return this.inUse == 0 && this.waiting.isEmpty() && this.closure.isOpen();
	}

	private void drain() {
		if (this.workInProgress.getAndIncrement() != 0) {
			return;
		}
		int missed = 1;
		try {
			do {
				Runnable next = next();
				while (next != null) {
					next.run();
					next = next();
				}
				missed = this.workInProgress.addAndGet(-missed);
			}
			while (missed != 0);
		}
		finally {
			if (missed != 0) {
				// A waiter has thrown, for which the others must not wait
				this.workInProgress.set(0);
				Schedulers.parallel().schedule(this::drain);
			}
		}
	}

	/**
	 * Takes the next waiter out of the queue if it may go on.
	 * @return what tells the waiter, or {@code null} if nobody may go on
	 */
	private synchronized @Nullable Runnable next() {
		Iterator<GateWaiter> queue = this.waiting.iterator();
		boolean free = this.closure.isOpen() && this.inUse < this.permits.current();
		if (!queue.hasNext() || !(free || this.shutDown)) {
			return null;
		}
		GateWaiter waiter = queue.next();
		queue.remove();
		if (this.shutDown) {
			return waiter::refuse;
		}
		this.inUse++;
		GatePermit permit = this.closure.permit(this);
		return () -> waiter.admit(permit);
	}

	@Override
	public void succeeded(GatePermit permit) {
		synchronized (this) {
			if (this.closure.isCurrent(permit)) {
				this.permits.succeeded();
			}
		}
		failed(permit);
	}

	@Override
	public void failed(GatePermit permit) {
		boolean opened;
		synchronized (this) {
			release(permit);
			opened = this.closure.open(permit);
		}
		if (opened) {
			ClientLog.gateOpened(this.client);
		}
		drain();
	}

	@Override
	public void cancelled(GatePermit permit) {
		synchronized (this) {
			release(permit);
		}
		drain();
	}

	/**
	 * Closes the gate for as long as the server asks, unless that is too long to wait
	 * for.
	 */
	@Override
	public void refused(GatePermit permit, @Nullable Duration retryAfter) {
		boolean close = retryAfter == null || retryAfter.compareTo(this.maxRetryAfter) <= 0;
		synchronized (this) {
			release(permit);
			if (close) {
				close(permit, retryAfter);
			}
		}
		drain();
	}

	private void release(GatePermit permit) {
		this.inUse--;
		this.closure.end(permit);
	}

	private void close(GatePermit permit, @Nullable Duration retryAfter) {
		if (this.closure.isCurrent(permit)) {
			this.permits.refused();
		}
		Duration wait = this.backoff.after(this.closure.close(permit), retryAfter);
		ClientLog.gateClosed(this.client, wait);
		Schedulers.parallel().schedule(this::endWait, wait.toNanos(), TimeUnit.NANOSECONDS);
	}

	private void endWait() {
		synchronized (this) {
			this.closure.endWait();
		}
		drain();
	}

}
