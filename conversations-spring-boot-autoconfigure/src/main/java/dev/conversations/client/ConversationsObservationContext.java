package dev.conversations.client;

import io.micrometer.observation.Observation;

import org.springframework.util.Assert;

/**
 * {@link io.micrometer.observation.Observation.Context Context} of the observation of one
 * operation. It holds no argument of the operation, since arguments are personal data.
 *
 * @since 0.1.0
 */
public class ConversationsObservationContext extends Observation.Context {

	private final String client;

	private final String resource;

	private final String operation;

	private Outcome outcome = Outcome.UNKNOWN;

	/**
	 * Creates the context of an operation that is about to start.
	 * @param client the name of the client
	 * @param resource the resource, such as {@code participants}
	 * @param operation the operation, such as {@code fetch}
	 */
	public ConversationsObservationContext(String client, String resource, String operation) {
		Assert.notNull(client, "'client' must not be null");
		Assert.notNull(resource, "'resource' must not be null");
		Assert.notNull(operation, "'operation' must not be null");
		this.client = client;
		this.resource = resource;
		this.operation = operation;
	}

	/**
	 * Returns the name of the client.
	 * @return the name
	 */
	public String getClient() {
		return this.client;
	}

	/**
	 * Returns the resource that the operation works on.
	 * @return {@code participants} or {@code conversations}
	 */
	public String getResource() {
		return this.resource;
	}

	/**
	 * Returns the operation, by the name of its method.
	 * @return the name of the operation
	 */
	public String getOperation() {
		return this.operation;
	}

	/**
	 * Returns how the operation ended.
	 * @return the outcome, which is {@link Outcome#UNKNOWN} as long as the operation is
	 * under way
	 */
	public Outcome getOutcome() {
		return this.outcome;
	}

	/**
	 * Sets how the operation ended.
	 * @param outcome the outcome
	 */
	public void setOutcome(Outcome outcome) {
		Assert.notNull(outcome, "'outcome' must not be null");
		this.outcome = outcome;
	}

	/**
	 * Outcome of an operation.
	 *
	 * @since 0.1.0
	 */
	public enum Outcome {

		/**
		 * The operation is under way.
		 */
		UNKNOWN,

		/**
		 * The operation completed.
		 */
		SUCCESS,

		/**
		 * The operation failed.
		 */
		ERROR,

		/**
		 * The subscriber cancelled the operation.
		 */
		CANCELLED

	}

}
