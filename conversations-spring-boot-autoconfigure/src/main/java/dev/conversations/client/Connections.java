package dev.conversations.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import reactor.core.scheduler.Schedulers;

/**
 * Connections that all accounts share. A gate lets no more requests through than there
 * are connections, since a request that waited for one inside of the connector would use
 * up its response time-out.
 * <p>
 * One task for all exchanges that are under way ends those that are overdue, since a
 * timer for each would cost more than the exchange itself. The task runs as long as
 * anything is under way, fifty times in a response time-out.
 */
final class Connections {

	private static final int CHECKS = 50;

	private final RequestGate gate;

	private final long interval;

	private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();

	private final AtomicBoolean checking = new AtomicBoolean();

	private volatile boolean closed;

	Connections(RequestGate gate, Duration responseTimeout) {
		this.gate = gate;
		this.interval = Math.max(TimeUnit.MILLISECONDS.toNanos(1), responseTimeout.toNanos() / CHECKS);
	}

	RequestGate gate() {
		return this.gate;
	}

	void add(Exchange exchange) {
		this.underWay.add(exchange);
		if (this.closed) {
			exchange.close();
		}
		else {
			check();
		}
	}

	void remove(Exchange exchange) {
		this.underWay.remove(exchange);
	}

	/**
	 * Ends all exchanges, and those that come later.
	 */
	void close() {
		this.closed = true;
		this.gate.shutDown();
		this.underWay.forEach(Exchange::close);
	}

	private void check() {
		if (!this.checking.get() && this.checking.compareAndSet(false, true)) {
			Schedulers.parallel().schedule(this::endOverdue, this.interval, TimeUnit.NANOSECONDS);
		}
	}

	private void endOverdue() {
		this.checking.set(false);
		long now = TimeBudget.now();
		this.underWay.forEach((exchange) -> exchange.endIfOverdue(now));
		if (!this.underWay.isEmpty()) {
			check();
		}
	}

	/**
	 * Exchange that is under way.
	 */
	interface Exchange {

		/**
		 * Ends the exchange if its time is over.
		 */
		void endIfOverdue(long now);

		/**
		 * Ends the exchange since its transport is closed.
		 */
		void close();

	}

}
