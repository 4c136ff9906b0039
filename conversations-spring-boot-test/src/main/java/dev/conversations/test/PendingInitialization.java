package dev.conversations.test;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The initialization of a conversation that is not over yet.
 */
final class PendingInitialization {

	private final Instant end;

	private final String stateAfter;

	private int requests;

	PendingInitialization(SimulatedInitialization initialization, String state, Instant now) {
		this.end = now.plus(initialization.duration());
		this.stateAfter = initialization.fails() ? ConversationDetails.CLOSED : state;
		this.requests = initialization.requests();
	}

	/**
	 * Counts a request that meets the conversation {@code initializing}.
	 */
	void countDown() {
		if (this.requests > 0) {
			this.requests--;
		}
	}

	/**
	 * Returns when it is over.
	 * @return the instant, or {@code null} while more requests are to come before
	 */
	@Nullable Instant end() {
		return (this.requests == 0) ? this.end : null;
	}

	String stateAfter() {
		return this.stateAfter;
	}

}
