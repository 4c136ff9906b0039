package dev.conversations.client;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
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
final class RequestGate {

	private final PermitLimit permits;

	private final Backoff backoff;

	private final Duration maxRetryAfter;

	private final AtomicInteger workInProgress = new AtomicInteger();

	private final Set<GateWaiter> waiting = new LinkedHashSet<>();

	private int inUse;

	private int refusalsInARow;

	private int openings;

	private boolean probeDue;

	private boolean probing;

	private int closings;

	private boolean shutDown;

	RequestGate(int maxPermits, Backoff backoff, Duration maxRetryAfter) {
		this.permits = new PermitLimit(maxPermits);
		this.backoff = backoff;
		this.maxRetryAfter = maxRetryAfter;
	}

	/**
	 * Runs an attempt once it is asked for and admitted. The wait and the attempt end
	 * when the subscriber cancels.
	 * @param attempt the attempt, whose errors tell about the server
	 * @param closed makes the error of an attempt that comes after the shutdown
	 */
	<T> Mono<T> admit(Mono<T> attempt, Supplier<TwilioException> closed) {
		return Mono.<GatePermit>create((sink) -> new GateWaiter(this, sink, closed).listen())
			.flatMap((permit) -> run(permit, attempt));
	}

	/**
	 * Runs an attempt that was admitted. Even if it cannot be subscribed to, as when the
	 * stack is used up, the permit comes back, and the subscriber is told.
	 */
	private <T> Mono<T> run(GatePermit permit, Mono<T> attempt) {
		return Mono.fromDirect((subscriber) -> {
			try {
				attempt.doOnSuccess((value) -> succeeded(permit))
					.doOnError((failure) -> failed(permit, failure))
					.doFinally((signal) -> permit.release())
					.subscribe(subscriber);
			}
			catch (Throwable ex) {
				permit.release();
				throw new IllegalStateException("The request cannot be sent", ex);
			}
		});
	}

	void enter(GateWaiter waiter) {
		synchronized (this) {
			this.waiting.add(waiter);
		}
		drain();
	}

	void leave(GateWaiter waiter) {
		synchronized (this) {
			this.waiting.remove(waiter);
		}
	}

	/**
	 * Ends all waits; whoever comes later is refused.
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
				// A subscriber has thrown, for which the others must not wait
				this.workInProgress.set(0);
				Schedulers.parallel().schedule(this::drain);
			}
		}
	}

	/**
	 * Takes the next waiter out of the queue, if it may go on. Its subscriber is told
	 * outside the lock.
	 */
	private synchronized @Nullable Runnable next() {
		Iterator<GateWaiter> queue = this.waiting.iterator();
		if (!queue.hasNext()) {
			return null;
		}
		if (this.shutDown) {
			return refuse(queue);
		}
		boolean full = this.inUse >= this.permits.current();
		return (this.closings > 0 || this.probing || full) ? null : admit(queue);
	}

	private Runnable refuse(Iterator<GateWaiter> queue) {
		GateWaiter waiter = queue.next();
		queue.remove();
		return waiter::refuse;
	}

	private Runnable admit(Iterator<GateWaiter> queue) {
		GateWaiter waiter = queue.next();
		queue.remove();
		this.inUse++;
		this.probing = this.probeDue;
		GatePermit permit = new GatePermit(this, this.openings, this.probing);
		return () -> waiter.admit(permit);
	}

	void release(GatePermit permit) {
		synchronized (this) {
			this.inUse--;
			if (permit.isProbe()) {
				this.probing = false;
			}
		}
		drain();
	}

	private synchronized void succeeded(GatePermit permit) {
		open(permit);
		if (permit.opening() == this.openings) {
			this.permits.succeeded();
		}
	}

	private synchronized void failed(GatePermit permit, Throwable failure) {
		if (failure instanceof RateLimitedException refused) {
			close(permit, refused.retryAfter());
		}
		else {
			open(permit);
		}
	}

	/**
	 * Opens the gate for all, unless an attempt older than the probe has closed it again.
	 */
	private void open(GatePermit permit) {
		if (permit.isProbe() && this.closings == 0) {
			this.probeDue = false;
			this.refusalsInARow = 0;
		}
	}

	/**
	 * Closes the gate. Attempts that were under way when it was last closed lengthen the
	 * wait but do not count as another refusal.
	 */
	private void close(GatePermit permit, @Nullable Duration retryAfter) {
		if (retryAfter != null && retryAfter.compareTo(this.maxRetryAfter) > 0) {
			return;
		}
		if (permit.opening() == this.openings) {
			this.openings++;
			this.refusalsInARow++;
			this.permits.refused();
		}
		this.probeDue = true;
		Duration wait = this.backoff.after(Math.max(1, this.refusalsInARow), retryAfter);
		Schedulers.parallel().schedule(this::endClosing, wait.toNanos(), TimeUnit.NANOSECONDS);
		this.closings++;
	}

	private void endClosing() {
		synchronized (this) {
			this.closings--;
		}
		drain();
	}

}
