package dev.conversations.test;

import java.util.List;
import java.util.NavigableMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The participants of all conversations, with what must be unique among them; to be used
 * in an operation of the {@link Store}.
 */
final class ParticipantRegistry {

	private final MembershipIndex memberships = new MembershipIndex();

	private final BindingRegistry bindings = new BindingRegistry();

	private final Sids sids;

	private final Supplier<SimulatorLimits> limits;

	private long sequence;

	ParticipantRegistry(Sids sids, Supplier<SimulatorLimits> limits) {
		this.sids = sids;
		this.limits = limits;
	}

	NavigableMap<String, Membership> memberships(MembershipIndex.Filter filter) {
		return this.memberships.find(filter);
	}

	StoredParticipant create(StoredConversation conversation, ParticipantDraft draft) {
		checkLimits(conversation, draft.identity());
		StoredParticipant participant = draft.participant(this.sids.next(Sids.PARTICIPANT), this.sequence++);
		insert(conversation, participant);
		return participant;
	}

	void replace(StoredConversation conversation, StoredParticipant before, StoredParticipant after) {
		remove(conversation, before);
		try {
			insert(conversation, after);
		}
		catch (RefusedException ex) {
			insert(conversation, before);
			throw ex;
		}
	}

	void remove(StoredConversation conversation, StoredParticipant participant) {
		conversation.remove(participant);
		this.memberships.remove(new Membership(conversation.details(), participant));
		if (!conversation.details().isClosed()) {
			this.bindings.release(participant.binding());
		}
	}

	void removeAll(StoredConversation conversation) {
		conversation.participants().forEach((participant) -> remove(conversation, participant));
	}

	/**
	 * Gives a conversation its new state, whereby a closed one gives up its pairs of
	 * addresses [D], and one that is opened again takes them back.
	 * @param conversation the conversation
	 * @param details the new state
	 */
	void moveTo(StoredConversation conversation, ConversationDetails details) {
		List<StoredParticipant> participants = conversation.participants();
		List<Binding> pairs = participants.stream().map(StoredParticipant::binding).toList();
		boolean closed = conversation.details().isClosed();
		if (closed && !details.isClosed()) {
			this.bindings.claimAll(pairs, details.sid());
		}
		else if (!closed && details.isClosed()) {
			pairs.forEach(this.bindings::release);
		}
		conversation.details(details);
		participants.forEach((participant) -> show(conversation, participant));
	}

	void clear() {
		this.memberships.clear();
		this.bindings.clear();
		this.sequence = 0;
	}

	private void checkLimits(StoredConversation conversation, @Nullable String identity) {
		SimulatorLimits current = this.limits.get();
		Refusal.PARTICIPANT_LIMIT.when(conversation.size() >= current.participantsPerConversation());
		if (identity != null) {
			MembershipIndex.Filter filter = MembershipIndex.Filter.identity(conversation.details().serviceSid(),
					identity);
			Refusal.CONVERSATION_LIMIT.when(this.memberships.find(filter).size() >= current.conversationsPerIdentity());
		}
	}

	private void insert(StoredConversation conversation, StoredParticipant participant) {
		Refusal.IDENTITY_IN_USE
			.when(participant.identity() != null && conversation.hasIdentity(participant.identity()));
		Refusal.GROUP_PARTICIPANT_EXISTS.when(conversation.hasGroupAddress(participant.binding().groupAddress()));
		ConversationDetails details = conversation.details();
		if (!details.isClosed()) {
			this.bindings.claim(participant.binding(), details.sid());
		}
		conversation.put(participant);
		show(conversation, participant);
	}

	// [D]: a participant's conversations are inactive, active or closed
	private void show(StoredConversation conversation, StoredParticipant participant) {
		if (!conversation.isInitializing()) {
			this.memberships.put(new Membership(conversation.details(), participant));
		}
	}

}
