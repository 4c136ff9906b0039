package dev.conversations.test;

import java.time.Instant;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * State of a participant, immutable so that an answer is written outside the lock.
 *
 * @param sid the SID
 * @param sequence the number in the order of creation
 * @param identity the identity
 * @param binding the messaging binding, which may be empty
 * @param attributes the attributes as JSON text
 * @param roleSid the SID of the role
 * @param dateCreated the date of creation
 * @param dateUpdated the date of the last update
 * @param readHorizon what the participant has read
 */
record StoredParticipant(String sid, long sequence, @Nullable String identity, Binding binding, String attributes,
		@Nullable String roleSid, Instant dateCreated, Instant dateUpdated, ReadHorizon readHorizon) {

	/**
	 * Returns the key under which the participant stands in the list of its conversation.
	 * @return text that sorts in the order of creation
	 */
	String key() {
		return HexFormat.of().toHexDigits(this.sequence);
	}

	@Override
	public String toString() {
		return this.sid;
	}

	/**
	 * What a participant has read of a conversation.
	 *
	 * @param lastReadMessageIndex the index of the last message
	 * @param lastReadTimestamp when it was read
	 */
	record ReadHorizon(@Nullable Integer lastReadMessageIndex, @Nullable Instant lastReadTimestamp) {

		static final ReadHorizon NONE = new ReadHorizon(null, null);

	}

}
