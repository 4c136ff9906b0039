package dev.conversations.test;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A conversation that was added to a {@link ConversationsSimulator}, to be changed as
 * other endpoints of Twilio change one. Each change fails with an
 * {@link IllegalStateException} once the conversation is gone.
 *
 * @since 0.1.0
 */
public final class SimulatedConversation {

	private final Store store;

	private final Clock clock;

	private final String sid;

	private final List<String> participantSids;

	SimulatedConversation(Store store, Clock clock, String sid, List<String> participantSids) {
		this.store = store;
		this.clock = clock;
		this.sid = sid;
		this.participantSids = participantSids;
	}

	/**
	 * Returns the SID.
	 * @return the SID of the conversation
	 */
	public String sid() {
		return this.sid;
	}

	/**
	 * Returns the SIDs of the participants that the conversation was added with.
	 * @return the SIDs in the order in which the participants were given
	 */
	public List<String> participantSids() {
		return this.participantSids;
	}

	/**
	 * Changes the state. In the state {@code closed} the conversation's pairs of address
	 * and proxy address are free for others.
	 * @param state such as {@code inactive} or {@code closed}
	 * @return this conversation
	 * @throws IllegalStateException if the conversation is opened again while another one
	 * holds one of its pairs
	 */
	public SimulatedConversation changeState(String state) {
		return change((details) -> details.withState(state, now()));
	}

	/**
	 * Closes the conversation.
	 * @return this conversation
	 */
	public SimulatedConversation close() {
		return changeState(ConversationDetails.CLOSED);
	}

	/**
	 * Changes the timers. They are shown only: the state does not change by itself.
	 * @param dateInactive when the conversation becomes inactive, or {@code null}
	 * @param dateClosed when the conversation is closed, or {@code null}
	 * @return this conversation
	 */
	public SimulatedConversation changeTimers(@Nullable Instant dateInactive, @Nullable Instant dateClosed) {
		ConversationDetails.Timers timers = ConversationDetails.Timers.of(dateInactive, dateClosed);
		return change((details) -> details.withTimers(timers, now()));
	}

	/**
	 * Deletes the conversation and its participants.
	 */
	public void delete() {
		this.store.delete(this.sid);
	}

	private SimulatedConversation change(UnaryOperator<ConversationDetails> change) {
		this.store.change(this.sid, change);
		return this;
	}

	private String now() {
		return Dates.now(this.clock);
	}

	@Override
	public String toString() {
		return this.sid;
	}

}
