package dev.conversations.client;

/**
 * Request that waits at a gate. It is told once, and outside of the gate's lock.
 */
interface GateWaiter {

	/**
	 * Takes the permit, which this waiter gives back.
	 */
	void admit(GatePermit permit);

	/**
	 * Learns that the gate was shut down, so that there will be no permit.
	 */
	void refuse();

}
