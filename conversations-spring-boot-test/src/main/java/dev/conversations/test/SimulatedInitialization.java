package dev.conversations.test;

import java.time.Duration;
import java.util.Objects;

/**
 * Describes the time in which a conversation that is created with participants is
 * {@code initializing}, and how that ends.
 *
 * @param duration how long it takes, by the simulator's clock
 * @param requests how many requests for the conversation meet it {@code initializing}
 * @param fails whether it ends with the state {@code closed}, which frees what the
 * conversation held, instead of the state that was asked for
 * @since 0.1.0
 * @see SimulatedAccount#initialization(SimulatedInitialization)
 */
public record SimulatedInitialization(Duration duration, int requests, boolean fails) {

	/**
	 * Creates a description.
	 * @throws IllegalArgumentException if the duration or the number is negative
	 */
	public SimulatedInitialization {
		Objects.requireNonNull(duration, "'duration' must not be null");
		if (duration.isNegative()) {
			throw new IllegalArgumentException("'duration' must not be negative");
		}
		if (requests < 0) {
			throw new IllegalArgumentException("'requests' must not be negative");
		}
	}

	/**
	 * Returns the initialization that is simulated if none is chosen: it is over when the
	 * next request comes.
	 * @return the default initialization
	 */
	public static SimulatedInitialization defaults() {
		return new SimulatedInitialization(Duration.ZERO, 0, false);
	}

	/**
	 * Returns an initialization that lasts for a time.
	 * @param duration how long it takes, by the simulator's clock
	 * @return the initialization
	 */
	public static SimulatedInitialization lasting(Duration duration) {
		return new SimulatedInitialization(duration, 0, false);
	}

	/**
	 * Returns an initialization that lasts for a number of requests, which suits tests
	 * without a clock of their own.
	 * @param requests how many requests for the conversation meet it {@code initializing}
	 * @return the initialization
	 */
	public static SimulatedInitialization forRequests(int requests) {
		return new SimulatedInitialization(Duration.ZERO, requests, false);
	}

	/**
	 * Returns an initialization of the same length that fails in the end.
	 * @return the failing initialization
	 */
	public SimulatedInitialization failing() {
		return new SimulatedInitialization(this.duration, this.requests, true);
	}

}
