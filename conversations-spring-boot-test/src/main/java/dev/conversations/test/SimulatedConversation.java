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

	private SimulatedConversation(Store store, String sid, List<String> participantSids) {
		this.store = store;
		this.sid = sid;
		this.participantSids = participantSids;
	}

	static SimulatedConversation of(Store store, StoredConversation conversation) {
		List<String> participants = conversation.participants().stream().map(StoredParticipant::sid).toList();
		return new SimulatedConversation(store, conversation.details().sid(), participants);
	}

	/**
	 * Returns the SID.
	 * @return the SID of the conversation
	 */
	public String sid() {
		return this.sid;
	}

	/**
	 * Returns the SIDs of the participants that the conversation was added with, or had
	 * when it was asked for.
	 * @return the SIDs in the order in which the participants were created
	 */
	public List<String> participantSids() {
		return this.participantSids;
	}

	/**
	 * Returns the state at this moment, to which timers may have changed it.
	 * @return such as {@code active}
	 */
	public String state() {
		return this.store.atomically((now) -> existing().details().state());
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
		return change((conversation, now) -> {
			conversation.stopInitializing();
			return conversation.details().withState(state, now);
		});
	}

	/**
	 * Closes the conversation.
	 * @return this conversation
	 */
	public SimulatedConversation close() {
		return changeState(ConversationDetails.CLOSED);
	}

	/**
	 * Changes the timers, which act when the simulator's clock passes them. A date that
	 * has passed already is shown only.
	 * @param dateInactive when the conversation becomes inactive, or {@code null}
	 * @param dateClosed when the conversation is closed, or {@code null}
	 * @return this conversation
	 */
	public SimulatedConversation changeTimers(@Nullable Instant dateInactive, @Nullable Instant dateClosed) {
		Timers timers = Timers.at(dateInactive, dateClosed);
		return change((conversation, now) -> conversation.details().withTimers(timers, now));
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

	private SimulatedConversation change(BiFunction<StoredConversation, Instant, ConversationDetails> change) {
		return this.store.atomically((now) -> {
			StoredConversation conversation = existing();
			try {
				this.store.change(conversation, change.apply(conversation, now), now);
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
