package dev.conversations.test;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * State of a conversation, but for its participants.
 *
 * @param sid the SID
 * @param serviceSid the SID of the service
 * @param content what its users write
 * @param createdBy the creator
 * @param dateCreated the date of creation
 * @param dateUpdated the date of the last update
 * @param state the state
 * @param timers the timers
 */
record ConversationDetails(String sid, String serviceSid, ConversationContent content, @Nullable String createdBy,
		Instant dateCreated, Instant dateUpdated, String state, Timers timers) {

	static final String INITIALIZING = "initializing";

	static final String ACTIVE = "active";

	static final String INACTIVE = "inactive";

	static final String CLOSED = "closed";

	boolean isClosed() {
		return this.state.equals(CLOSED);
	}

	/**
	 * Returns the conversation in a state. The time of its timers begins to run once it
	 * is initialized, and anew when it becomes active [C].
	 * @param state the state
	 * @param date when the state is reached
	 * @return the changed conversation
	 */
	ConversationDetails withState(String state, Instant date) {
		boolean starts = this.state.equals(INITIALIZING) || (state.equals(ACTIVE) && !this.state.equals(ACTIVE));
		Timers running = starts ? this.timers.started(date) : this.timers;
		return new ConversationDetails(this.sid, this.serviceSid, this.content, this.createdBy, this.dateCreated, date,
				state, running.in(state));
	}

	ConversationDetails withTimers(Timers timers, Instant dateUpdated) {
		return new ConversationDetails(this.sid, this.serviceSid, this.content, this.createdBy, this.dateCreated,
				dateUpdated, this.state, timers);
	}

	/**
	 * Returns the conversation as it is before its initialization is over, when the time
	 * of its timers does not run yet [C].
	 * @return the changed conversation
	 */
	ConversationDetails initializing() {
		return new ConversationDetails(this.sid, this.serviceSid, this.content, this.createdBy, this.dateCreated,
				this.dateUpdated, INITIALIZING, this.timers.stopped());
	}

	/**
	 * Returns when a timer changes the state next. A date that has passed already is
	 * shown only.
	 * @param now the instant after which the date is
	 * @return the date, or {@code null} without one
	 */
	@Nullable Instant nextChange(Instant now) {
		return this.timers.nextAfter(now);
	}

	/**
	 * Returns the conversation after a timer has gone off.
	 * @param date the date of the timer
	 * @return the changed conversation
	 */
	ConversationDetails changedAt(Instant date) {
		if (date.equals(this.timers.dateClosed())) {
			return withState(CLOSED, date);
		}
		return this.state.equals(ACTIVE) ? withState(INACTIVE, date) : this;
	}

	@Override
	public String toString() {
		return this.sid;
	}

}
