package dev.conversations.test.autoconfigure;

import java.util.concurrent.Semaphore;

import dev.conversations.test.ConversationsSimulator;

/**
 * Gives the simulator to one test method at a time. It is no lock, since a test may end
 * on another thread than it began on.
 */
class SimulatorLease {

	private final Semaphore permit = new Semaphore(1, true);

	private final ConversationsSimulator simulator;

	SimulatorLease(ConversationsSimulator simulator) {
		this.simulator = simulator;
	}

	void acquire() throws InterruptedException {
		this.permit.acquire();
	}

	void release() {
		this.simulator.reset();
		this.permit.release();
	}

}
