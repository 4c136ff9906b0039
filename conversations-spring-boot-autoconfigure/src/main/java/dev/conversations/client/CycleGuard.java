package dev.conversations.client;

import java.net.URI;

/**
 * Recognises that links repeat, in constant memory: each link is compared with the one
 * that was just requested and with a saved one, which moves on at powers of two.
 */
final class CycleGuard {

	private URI saved;

	private long steps;

	private long nextMove = 1;

	CycleGuard(URI first) {
		this.saved = first;
	}

	/**
	 * Tells whether a link repeats, and keeps it in mind otherwise.
	 */
	boolean isCycle(URI requested, URI next) {
		if (isKnown(requested, next)) {
			return true;
		}
		this.steps++;
		if (this.steps == this.nextMove) {
			this.saved = next;
			this.nextMove = this.nextMove * 2;
		}
		return false;
	}

	boolean isKnown(URI requested, URI next) {
		return next.equals(requested) || next.equals(this.saved);
	}

}
