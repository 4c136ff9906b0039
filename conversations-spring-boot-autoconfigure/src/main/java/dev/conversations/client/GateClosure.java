package dev.conversations.client;

/**
 * Tells whether a gate is closed. Each refusal closes it until a wait is over. Then one
 * request goes first as a probe, and the gate stays closed for the others until the probe
 * has ended. Not thread-safe.
 */
final class GateClosure {

	private int closings;

	private int waits;

	private int refusalsInARow;

	private boolean probeDue;

	private boolean probing;

	/**
	 * Returns whether a request may go on, be it as a probe.
	 */
	boolean isOpen() {
		return this.waits == 0 && !this.probing;
	}

	/**
	 * Makes a permit, which is one for a probe if the gate was closed.
	 */
	GatePermit permit(GatePermit.Issuer gate) {
		this.probing = this.probeDue;
		return new GatePermit(gate, this.closings, this.probing);
	}

	/**
	 * Returns whether a request was admitted after the gate was last closed, so that its
	 * answer tells about the gate as it is now.
	 */
	boolean isCurrent(GatePermit permit) {
		return permit.closings() == this.closings;
	}

	/**
	 * Ends a probe, so that the next request can be one.
	 */
	void end(GatePermit permit) {
		if (permit.isProbe()) {
			this.probing = false;
		}
	}

	/**
	 * Opens the gate for all if a probe was not refused, unless a request that is older
	 * than the probe has closed the gate again.
	 * @return whether this has opened the gate
	 */
	boolean open(GatePermit permit) {
		boolean opened = permit.isProbe() && this.waits == 0;
		if (opened) {
			this.probeDue = false;
			this.refusalsInARow = 0;
		}
		return opened;
	}

	/**
	 * Closes the gate until {@link #endWait}. Requests that were under way when it was
	 * last closed lengthen the wait but do not count as another refusal.
	 * @return how many refusals there were in a row, 1 or more
	 */
	int close(GatePermit permit) {
		if (isCurrent(permit)) {
			this.closings++;
			this.refusalsInARow++;
		}
		this.probeDue = true;
		this.waits++;
		return Math.max(1, this.refusalsInARow);
	}

	void endWait() {
		this.waits--;
	}

}
