package dev.conversations.test;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * State of a conversation, but for its participants.
 *
 * @param sid the SID
 * @param serviceSid the SID of the service
 * @param uniqueName the unique name
 * @param friendlyName the friendly name
 * @param attributes the attributes as JSON text
 * @param createdBy the creator
 * @param dateCreated the date of creation
 * @param dateUpdated the date of the last update
 * @param state the state
 * @param timers the timers
 */
record ConversationDetails(String sid, String serviceSid, @Nullable String uniqueName, @Nullable String friendlyName,
		String attributes, @Nullable String createdBy, Instant dateCreated, Instant dateUpdated, String state,
		Timers timers) {

	static final String ACTIVE = "active";

	static final String CLOSED = "closed";

	boolean isClosed() {
		return this.state.equals(CLOSED);
	}

	ConversationDetails withState(String state, Instant dateUpdated) {
		return new ConversationDetails(this.sid, this.serviceSid, this.uniqueName, this.friendlyName, this.attributes,
				this.createdBy, this.dateCreated, dateUpdated, state, this.timers);
	}

	ConversationDetails withTimers(Timers timers, Instant dateUpdated) {
		return new ConversationDetails(this.sid, this.serviceSid, this.uniqueName, this.friendlyName, this.attributes,
				this.createdBy, this.dateCreated, dateUpdated, this.state, timers);
	}

	@Override
	public String toString() {
		return this.sid;
	}

	/**
	 * When a conversation changes its state by itself.
	 *
	 * @param dateInactive when it becomes inactive
	 * @param dateClosed when it is closed
	 */
	record Timers(@Nullable Instant dateInactive, @Nullable Instant dateClosed) {

		static final Timers NONE = new Timers(null, null);

	}

}
