package dev.conversations.test;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The faults that are still to befall requests, first come first served.
 */
final class Faults {

	private final List<Fault> faults = new ArrayList<>();

	synchronized void add(Fault fault) {
		this.faults.add(fault);
	}

	synchronized void clear() {
		this.faults.clear();
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
		return null;
	}

}
