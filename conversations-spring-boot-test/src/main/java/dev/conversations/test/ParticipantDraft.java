package dev.conversations.test;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A participant that is about to be created.
 *
 * @param identity the identity
 * @param binding the messaging binding, which may be empty
 * @param attributes the attributes as JSON text
 * @param roleSid the SID of the role
 * @param dateCreated the date of creation
 * @param dateUpdated the date of the last update
 */
record ParticipantDraft(@Nullable String identity, Binding binding, String attributes, @Nullable String roleSid,
		Instant dateCreated, Instant dateUpdated) {

	StoredParticipant participant(String sid, long sequence) {
		return new StoredParticipant(sid, sequence, this.identity, this.binding, this.attributes, this.roleSid,
				this.dateCreated, this.dateUpdated, StoredParticipant.ReadHorizon.NONE);
	}

	@Override
	public String toString() {
		return "ParticipantDraft";
	}

}
