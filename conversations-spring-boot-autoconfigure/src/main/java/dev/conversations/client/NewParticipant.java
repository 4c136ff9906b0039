package dev.conversations.client;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Participant to be added to a conversation. There is a factory for each combination of
 * identity and addresses that Twilio accepts, so that the others cannot be built.
 * <p>
 * Instances are immutable. {@code toString} names the parameters that are set and none of
 * their values.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/conversation-participant-resource">Conversation
 * Participant resource</a>
 */
public final class NewParticipant {

	/**
	 * The length of the attributes of a participant.
	 */
	static final int MAX_ATTRIBUTES_KILOBYTES = 4;

	private final FormParameters form;

	private NewParticipant(FormParameters form) {
		this.form = form;
	}

	/**
	 * Creates a chat participant, who uses the Conversations SDK.
	 * @param identity the identity, 1 to 256 characters and not the SID of a user
	 * @return a participant without messaging binding
	 * @throws IllegalArgumentException if the identity is blank, too long or a user's SID
	 */
	public static NewParticipant chat(String identity) {
		return new NewParticipant(FormParameters.empty().withIdentity(identity));
	}

	/**
	 * Creates a participant on SMS, WhatsApp or another channel.
	 * @param address the participant's address, in E.164 form or with the prefix of a
	 * channel, such as {@code whatsapp:}
	 * @param proxyAddress the Twilio address that the participant is in contact with
	 * @return a participant with a messaging binding
	 * @throws IllegalArgumentException if one of the addresses is blank or both are equal
	 */
	public static NewParticipant messaging(String address, String proxyAddress) {
		FormParameters form = FormParameters.empty()
			.withAddress(FormParameters.ADDRESS, address, "address")
			.withAddress(FormParameters.PROXY_ADDRESS, proxyAddress, "proxyAddress");
		Assert.isTrue(!address.equals(proxyAddress), "'proxyAddress' must differ from 'address'");
		return new NewParticipant(form);
	}

	/**
	 * Creates a member of a Group MMS who uses a phone of their own.
	 * @param address the participant's phone number, in E.164 form
	 * @return a participant with an address and no proxy address
	 * @throws IllegalArgumentException if the address is blank
	 */
	public static NewParticipant groupMms(String address) {
		return new NewParticipant(FormParameters.empty().withAddress(FormParameters.ADDRESS, address, "address"));
	}

	/**
	 * Creates a chat participant of a Group MMS, shown to its members by a Twilio number.
	 * @param identity the identity, 1 to 256 characters and not the SID of a user
	 * @param projectedAddress the Twilio phone number that stands for the participant
	 * @return a participant with an identity and a projected address
	 * @throws IllegalArgumentException if the identity is blank, too long or a user's
	 * SID, or the address is blank
	 */
	public static NewParticipant groupMmsChat(String identity, String projectedAddress) {
		return new NewParticipant(FormParameters.empty()
			.withIdentity(identity)
			.withAddress(FormParameters.PROJECTED_ADDRESS, projectedAddress, "projectedAddress"));
	}

	/**
	 * Creates a participant of a Group MMS whose identity may be added later.
	 * @param projectedAddress the Twilio phone number that stands for the participant
	 * @return a participant with a projected address only
	 * @throws IllegalArgumentException if the address is blank
	 */
	public static NewParticipant groupMmsProjected(String projectedAddress) {
		return new NewParticipant(FormParameters.empty()
			.withAddress(FormParameters.PROJECTED_ADDRESS, projectedAddress, "projectedAddress"));
	}

	/**
	 * Returns a copy with metadata of the application.
	 * @param attributes the text, at most 4 KB of JSON
	 * @return a copy with the attributes
	 * @throws IllegalArgumentException if the text is no JSON or too long
	 */
	public NewParticipant withAttributes(String attributes) {
		return new NewParticipant(this.form.withAttributes(attributes, MAX_ATTRIBUTES_KILOBYTES));
	}

	/**
	 * Returns a copy with a role in the conversation.
	 * @param roleSid {@code RL} and 32 hexadecimal digits
	 * @return a copy with the role
	 * @throws IllegalArgumentException if this is no SID of a role
	 */
	public NewParticipant withRoleSid(String roleSid) {
		return new NewParticipant(this.form.withSid(FormParameters.ROLE_SID, Sid.ROLE, roleSid, "roleSid"));
	}

	/**
	 * Returns a copy with a date of creation, for participants that are imported.
	 * @param dateCreated the date, sent in whole seconds
	 * @return a copy with the date
	 */
	public NewParticipant withDateCreated(Instant dateCreated) {
		return new NewParticipant(this.form.with(FormParameters.DATE_CREATED, dateCreated, "dateCreated"));
	}

	/**
	 * Returns a copy with a date of the last update, for participants that are imported.
	 * @param dateUpdated the date, sent in whole seconds
	 * @return a copy with the date
	 */
	public NewParticipant withDateUpdated(Instant dateUpdated) {
		return new NewParticipant(this.form.with(FormParameters.DATE_UPDATED, dateUpdated, "dateUpdated"));
	}

	@Nullable String identity() {
		return this.form.values().get(FormParameters.IDENTITY);
	}

	/**
	 * Returns the identity if the participant can be fetched by it, which takes the place
	 * of a SID in the path.
	 */
	@Nullable String fetchableIdentity() {
		String identity = identity();
		return (identity != null && !Sid.is(identity) && Arguments.isPathSegment(identity)) ? identity : null;
	}

	/**
	 * Whether this is what a participant was created from: the same identity or, without
	 * one, the same addresses.
	 */
	boolean describes(Participant participant) {
		Map<String, String> values = this.form.values();
		String identity = identity();
		if (identity != null) {
			return identity.equals(participant.identity());
		}
		MessagingBinding binding = participant.messagingBinding();
		return binding != null && Objects.equals(values.get(FormParameters.ADDRESS), binding.address())
				&& Objects.equals(values.get(FormParameters.PROXY_ADDRESS), binding.proxyAddress())
				&& Objects.equals(values.get(FormParameters.PROJECTED_ADDRESS), binding.projectedAddress());
	}

	FormParameters form() {
		return this.form;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof NewParticipant that && this.form.equals(that.form));
	}

	@Override
	public int hashCode() {
		return this.form.hashCode();
	}

	@Override
	public String toString() {
		return "NewParticipant" + this.form;
	}

}
