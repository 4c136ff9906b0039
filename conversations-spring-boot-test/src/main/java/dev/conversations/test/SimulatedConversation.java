package dev.conversations.test;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

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

	private final String sid;

	private final List<String> participantSids;

	SimulatedConversation(Store store, String sid, List<String> participantSids) {
		this.store = store;
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
		return change((details, now) -> details.withState(state, now));
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
		ConversationDetails.Timers timers = new ConversationDetails.Timers(dateInactive, dateClosed);
		return change((details, now) -> details.withTimers(timers, now));
	}

	/**
	 * Deletes the conversation and its participants.
	 */
	public void delete() {
		this.store.atomically((now) -> {
			this.store.delete(existing());
			return this;
		});
	}

	private SimulatedConversation change(BiFunction<ConversationDetails, Instant, ConversationDetails> change) {
		return this.store.atomically((now) -> {
			StoredConversation conversation = existing();
			try {
				this.store.change(conversation, change.apply(conversation.details(), now));
			}
			catch (RefusedException ex) {
				throw new IllegalStateException(ex.refusal().message());
			}
			return this;
		});
	}

	private StoredConversation existing() {
		return this.store.conversations().existing(this.sid);
	}

	@Override
	public String toString() {
		return this.sid;
	}

}
