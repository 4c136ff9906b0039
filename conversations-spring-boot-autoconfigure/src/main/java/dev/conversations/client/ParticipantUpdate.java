package dev.conversations.client;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Changes to a participant. Anything that is not set stays as it is.
 * <p>
 * An update cannot change the address of a participant, and cannot remove an identity, a
 * role or a last read message. Delete the participant and create it anew instead.
 * Attributes are replaced as a whole, and are reset by <code>{}</code>. An update that
 * sets nothing is sent nevertheless and changes nothing.
 * <p>
 * Instances are immutable. {@code toString} names the parameters that are set and none of
 * their values.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/conversation-participant-resource">Conversation
 * Participant resource</a>
 */
public final class ParticipantUpdate {

	private final FormParameters form;

	private ParticipantUpdate(FormParameters form) {
		this.form = form;
	}

	/**
	 * Creates an update that changes nothing yet.
	 * @return an empty update
	 */
	public static ParticipantUpdate create() {
		return new ParticipantUpdate(FormParameters.empty());
	}

	/**
	 * Returns a copy that sets the application's metadata.
	 * @param attributes the text, at most 4 KB of JSON
	 * @return a copy with the attributes
	 * @throws IllegalArgumentException if the text is no JSON or too long
	 */
	public ParticipantUpdate withAttributes(String attributes) {
		return new ParticipantUpdate(this.form.withAttributes(attributes, NewParticipant.MAX_ATTRIBUTES_KILOBYTES));
	}

	/**
	 * Returns a copy that sets the identity of a participant that has none yet.
	 * @param identity the identity, 1 to 256 characters and not the SID of a user
	 * @return a copy with the identity
	 * @throws IllegalArgumentException if the identity is blank, too long or a user's SID
	 */
	public ParticipantUpdate withIdentity(String identity) {
		return new ParticipantUpdate(this.form.withIdentity(identity));
	}

	/**
	 * Returns a copy that sets the role in the conversation.
	 * @param roleSid {@code RL} and 32 hexadecimal digits
	 * @return a copy with the role
	 * @throws IllegalArgumentException if this is no SID of a role
	 */
	public ParticipantUpdate withRoleSid(String roleSid) {
		return new ParticipantUpdate(this.form.withSid(FormParameters.ROLE_SID, Sid.ROLE, roleSid, "roleSid"));
	}

	/**
	 * Returns a copy that sets the Twilio address that the participant is in contact
	 * with.
	 * @param proxyAddress the address, in E.164 form or with the prefix of a channel
	 * @return a copy with the address
	 * @throws IllegalArgumentException if the address is blank
	 */
	public ParticipantUpdate withProxyAddress(String proxyAddress) {
		return new ParticipantUpdate(this.form.withAddress(FormParameters.PROXY_ADDRESS, proxyAddress, "proxyAddress"));
	}

	/**
	 * Returns a copy that removes the proxy address.
	 * @return a copy that removes the address
	 */
	public ParticipantUpdate withoutProxyAddress() {
		return with(FormParameters.PROXY_ADDRESS, FormParameters.REMOVE);
	}

	/**
	 * Returns a copy that sets the Twilio phone number that stands for the participant in
	 * a Group MMS.
	 * @param projectedAddress the number, in E.164 form
	 * @return a copy with the address
	 * @throws IllegalArgumentException if the address is blank
	 */
	public ParticipantUpdate withProjectedAddress(String projectedAddress) {
		return new ParticipantUpdate(
				this.form.withAddress(FormParameters.PROJECTED_ADDRESS, projectedAddress, "projectedAddress"));
	}

	/**
	 * Returns a copy that removes the projected address.
	 * @return a copy that removes the address
	 */
	public ParticipantUpdate withoutProjectedAddress() {
		return with(FormParameters.PROJECTED_ADDRESS, FormParameters.REMOVE);
	}

	/**
	 * Returns a copy that sets the index of the last message that was read.
	 * @param lastReadMessageIndex the index of a message, 0 or more
	 * @return a copy with the index
	 * @throws IllegalArgumentException if the index is negative
	 */
	public ParticipantUpdate withLastReadMessageIndex(int lastReadMessageIndex) {
		Assert.isTrue(lastReadMessageIndex >= 0, "'lastReadMessageIndex' must not be negative");
		return with(FormParameters.LAST_READ_MESSAGE_INDEX, Integer.toString(lastReadMessageIndex));
	}

	/**
	 * Returns a copy that sets the time at which the last message was read.
	 * @param lastReadTimestamp a timestamp in the form of Twilio's SDK, which is ISO 8601
	 * @return a copy with the timestamp
	 * @throws IllegalArgumentException if the text is blank
	 */
	public ParticipantUpdate withLastReadTimestamp(String lastReadTimestamp) {
		return with(FormParameters.LAST_READ_TIMESTAMP, Arguments.text("lastReadTimestamp", lastReadTimestamp));
	}

	/**
	 * Returns a copy that sets the date of creation.
	 * @param dateCreated the date, sent in whole seconds
	 * @return a copy with the date
	 */
	public ParticipantUpdate withDateCreated(Instant dateCreated) {
		return new ParticipantUpdate(this.form.with(FormParameters.DATE_CREATED, dateCreated, "dateCreated"));
	}

	/**
	 * Returns a copy that sets the date of the last update.
	 * @param dateUpdated the date, sent in whole seconds
	 * @return a copy with the date
	 */
	public ParticipantUpdate withDateUpdated(Instant dateUpdated) {
		return new ParticipantUpdate(this.form.with(FormParameters.DATE_UPDATED, dateUpdated, "dateUpdated"));
	}

	private ParticipantUpdate with(String name, String value) {
		return new ParticipantUpdate(this.form.with(name, value));
	}

	FormParameters form() {
		return this.form;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof ParticipantUpdate that && this.form.equals(that.form));
	}

	@Override
	public int hashCode() {
		return this.form.hashCode();
	}

	@Override
	public String toString() {
		return "ParticipantUpdate" + this.form;
	}

}
