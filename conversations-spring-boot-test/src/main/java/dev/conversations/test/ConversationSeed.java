package dev.conversations.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Describes a conversation that is added to a {@link ConversationsSimulator}. Everything
 * is optional.
 *
 * @since 0.1.0
 */
public final class ConversationSeed {

	private final Store store;

	private final List<CreateForm> participants = new ArrayList<>();

	private String chatServiceSid;

	private @Nullable String sid;

	private @Nullable String uniqueName;

	private @Nullable String friendlyName;

	private String attributes = "{}";

	private String createdBy = "system";

	private String state = ConversationDetails.ACTIVE;

	private Timers timers = Timers.NONE;

	ConversationSeed(Store store) {
		this.store = store;
		this.chatServiceSid = store.defaultServiceSid();
	}

	/**
	 * Sets the SID. Without one, the simulator makes one up.
	 * @param sid {@code CH} and 32 hexadecimal digits
	 * @return this description
	 */
	public ConversationSeed sid(String sid) {
		this.sid = Sids.require(Sids.CONVERSATION, "sid", sid);
		return this;
	}

	/**
	 * Sets the service. Without one, it is the account's default service.
	 * @param chatServiceSid {@code IS} and 32 hexadecimal digits
	 * @return this description
	 */
	public ConversationSeed chatServiceSid(String chatServiceSid) {
		this.chatServiceSid = Sids.require(Sids.SERVICE, "chat_service_sid", chatServiceSid);
		return this;
	}

	/**
	 * Sets the unique name, which paths take in place of the SID.
	 * @param uniqueName the unique name
	 * @return this description
	 */
	public ConversationSeed uniqueName(String uniqueName) {
		this.uniqueName = uniqueName;
		return this;
	}

	/**
	 * Sets the friendly name.
	 * @param friendlyName the friendly name
	 * @return this description
	 */
	public ConversationSeed friendlyName(String friendlyName) {
		this.friendlyName = friendlyName;
		return this;
	}

	/**
	 * Sets the attributes.
	 * @param attributes the attributes as JSON text
	 * @return this description
	 */
	public ConversationSeed attributes(String attributes) {
		this.attributes = attributes;
		return this;
	}

	/**
	 * Sets the creator, which is {@code system} by default.
	 * @param createdBy the creator
	 * @return this description
	 */
	public ConversationSeed createdBy(String createdBy) {
		this.createdBy = createdBy;
		return this;
	}

	/**
	 * Sets the state, which is {@code active} by default. Any text goes, since a client
	 * has to bear states that it does not know; only {@code active}, {@code inactive} and
	 * {@code closed} have a meaning to the simulator.
	 * @param state such as {@code inactive} or {@code closed}
	 * @return this description
	 */
	public ConversationSeed state(String state) {
		this.state = state;
		return this;
	}

	/**
	 * Sets the dates of the timers, which act when the simulator's clock passes them. A
	 * date that has passed already is shown only.
	 * @param dateInactive when the conversation becomes inactive, or {@code null}
	 * @param dateClosed when the conversation is closed, or {@code null}
	 * @return this description
	 */
	public ConversationSeed timers(@Nullable Instant dateInactive, @Nullable Instant dateClosed) {
		this.timers = Timers.at(dateInactive, dateClosed);
		return this;
	}

	/**
	 * Sets how long the conversation is active before it becomes inactive by itself, by
	 * the simulator's clock.
	 * @param duration the time from the addition on
	 * @return this description
	 */
	public ConversationSeed inactiveAfter(Duration duration) {
		this.timers = this.timers.withInactiveAfter(duration);
		return this;
	}

	/**
	 * Sets how long the conversation is open before it is closed by itself, by the
	 * simulator's clock.
	 * @param duration the time from the addition on
	 * @return this description
	 */
	public ConversationSeed closedAfter(Duration duration) {
		this.timers = this.timers.withClosedAfter(duration);
		return this;
	}

	/**
	 * Adds a chat participant.
	 * @param identity the identity
	 * @return this description
	 */
	public ConversationSeed chatParticipant(String identity) {
		return participant(Map.of(FormRules.IDENTITY, identity));
	}

	/**
	 * Adds a participant that takes part by SMS, WhatsApp or the like.
	 * @param address the participant's own address
	 * @param proxyAddress the number that the participant is in contact with
	 * @return this description
	 */
	public ConversationSeed messagingParticipant(String address, String proxyAddress) {
		return participant(Map.of(FormRules.ADDRESS, address, FormRules.PROXY_ADDRESS, proxyAddress));
	}

	/**
	 * Adds a participant by the form parameters of its creation.
	 * @param parameters the parameters, such as {@code Identity} and {@code Attributes}
	 * @return this description
	 */
	public ConversationSeed participant(Map<String, String> parameters) {
		this.participants.add(new CreateForm(Parameters.of(parameters)));
		return this;
	}

	/**
	 * Adds the conversation and its participants to the simulator.
	 * @return the conversation
	 * @throws IllegalArgumentException if Twilio would refuse them, in which case nothing
	 * is added
	 */
	public SimulatedConversation add() {
		requireJson(this.attributes);
		return this.store.atomically((now) -> {
			ConversationDetails details = details(now);
			try {
				StoredConversation added = new StoredConversation(details, null);
				this.store.add(added, this.participants, now);
				return SimulatedConversation.of(this.store, added);
			}
			catch (RefusedParticipantException ex) {
				throw new IllegalArgumentException(
						"participants[%d]: %s".formatted(ex.index(), ex.refusal().message()));
			}
		});
	}

	private ConversationDetails details(Instant now) {
		ConversationRegistry existing = this.store.conversations();
		String chosen = (this.sid != null) ? this.sid : this.store.nextConversationSid();
		requireFree("sid", existing.hasSid(chosen));
		requireFree("unique_name",
				this.uniqueName != null && existing.hasUniqueName(this.chatServiceSid, this.uniqueName));
		ConversationContent content = new ConversationContent(this.uniqueName, this.friendlyName, this.attributes, null,
				ConversationContent.EmailBinding.NONE);
		return new ConversationDetails(chosen, this.chatServiceSid, content, this.createdBy, now, now, this.state,
				this.timers.started(now));
	}

	private static void requireFree(String name, boolean taken) {
		if (taken) {
			throw new IllegalArgumentException(name + ": is taken");
		}
	}

	private static void requireJson(String attributes) {
		if (attributes.getBytes(StandardCharsets.UTF_8).length > FormRules.CONVERSATION_ATTRIBUTES_MAXIMUM
				|| !SimulatorJson.isValid(attributes)) {
			throw new IllegalArgumentException("attributes: must be JSON of at most 16 KB");
		}
	}

}
