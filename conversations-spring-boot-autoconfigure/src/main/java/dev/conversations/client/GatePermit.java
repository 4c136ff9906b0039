package dev.conversations.client;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Permit to send one request, given back once.
 */
final class GatePermit {

	private final RequestGate gate;

	private final int opening;

	private final boolean probe;

	private final AtomicBoolean released = new AtomicBoolean();

	GatePermit(RequestGate gate, int opening, boolean probe) {
		this.gate = gate;
		this.opening = opening;
		this.probe = probe;
	}

	/**
	 * How often the gate had been closed when this permit was given.
	 */
	int opening() {
		return this.opening;
	}

	boolean isProbe() {
		return this.probe;
	}

	void release() {
		if (this.released.compareAndSet(false, true)) {
			this.gate.release(this);
		}
	}

}
