package dev.conversations.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The faults that are still to befall requests, first come first served.
 */
final class Faults {

	private final List<Fault> faults = new ArrayList<>();

	private @Nullable Fault delay;

	synchronized void add(Fault fault) {
		this.faults.add(fault);
	}

	/**
	 * Delays each request that no fault befalls.
	 * @param delay how long it waits
	 */
	synchronized void delay(Duration delay) {
		this.delay = delay.isZero() ? null : new Fault((request) -> true, Integer.MAX_VALUE, delay, false,
				(operation) -> Reply.of(operation.get()));
	}

	synchronized void clear() {
		this.faults.clear();
		this.delay = null;
	}

	synchronized @Nullable Fault take(RecordedRequest request) {
		for (Iterator<Fault> iterator = this.faults.iterator(); iterator.hasNext();) {
			Fault fault = iterator.next();
			if (fault.matches(request)) {
				fault.countDown();
				if (fault.isUsedUp()) {
					iterator.remove();
				}
				return fault;
			}
		}
		return this.delay;
	}

}
