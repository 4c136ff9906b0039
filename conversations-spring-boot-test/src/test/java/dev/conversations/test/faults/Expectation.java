package dev.conversations.test.faults;

import dev.conversations.client.NotFoundException;
import dev.conversations.client.TwilioException;
import org.jspecify.annotations.Nullable;

/**
 * What the retry table says of one cell.
 *
 * @param attempts how often a request that is befallen is sent, with what it leads to
 * @param error the error, or {@code null} if the operation succeeds in the end
 */
record Expectation(int attempts, @Nullable Class<? extends TwilioException> error) {

	static Expectation of(Fault fault, Operation operation) {
		Reaction reaction = fault.reaction();
		if (operation.isDelete() && reaction == Reaction.NOT_JSON) {
			return new Expectation(1, null);
		}
		if (operation.isDelete() && fault.carriedOut()) {
			return deleted(fault);
		}
		if (operation == Operation.CREATE_IF_ABSENT && reaction.isOutcomeUnknown()) {
			return createIfAbsent(fault);
		}
		if (!reaction.isSentAgain(operation)) {
			return new Expectation(1, reaction.error());
		}
		return fault.isPassing() ? new Expectation(2, null) : new Expectation(Scene.MAX_ATTEMPTS, reaction.error());
	}

	/**
	 * What the first attempt has deleted is not found by the second.
	 */
	private static Expectation deleted(Fault fault) {
		return (fault.isPassing() || fault.isInBody()) ? new Expectation(2, NotFoundException.class)
				: new Expectation(Scene.MAX_ATTEMPTS, fault.reaction().error());
	}

	/**
	 * Whether the participant is there is asked for, and it is created again if not.
	 */
	private static Expectation createIfAbsent(Fault fault) {
		if (fault.isPassing()) {
			return new Expectation(fault.carriedOut() ? 2 : 3, null);
		}
		boolean again = fault.reaction().isSentAgain(Operation.FETCH);
		return new Expectation(1 + (again ? Scene.MAX_ATTEMPTS : 1), fault.reaction().error());
	}

}
