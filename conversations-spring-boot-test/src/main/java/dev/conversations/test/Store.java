package dev.conversations.test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What the simulator knows. Each method is atomic and gives away immutable state only.
 */
final class Store {

	private final String defaultServiceSid;

	private final SimulatorSettings settings;

	private final Sids sids = new Sids(1);

	private final Set<String> services = new HashSet<>();

	private final ConversationRegistry conversations = new ConversationRegistry();

	private final MembershipIndex memberships = new MembershipIndex();

	private final BindingRegistry bindings = new BindingRegistry();

	private long sequence;

	Store(String defaultServiceSid, SimulatorSettings settings) {
		this.defaultServiceSid = defaultServiceSid;
		this.settings = settings;
		this.services.add(defaultServiceSid);
	}

	synchronized void addService(String sid) {
		this.services.add(sid);
	}

	synchronized String nextConversationSid() {
		return this.sids.next(Sids.CONVERSATION);
	}

	/**
	 * Adds a conversation with all of its participants, or nothing.
	 * @param details the conversation
	 * @param participants the participants
	 * @return the SIDs of the participants
	 */
	synchronized List<String> add(ConversationDetails details, List<ParticipantDraft> participants) {
		StoredConversation conversation = new StoredConversation(details);
		this.conversations.add(conversation);
		try {
			List<String> participantSids = ConversationSeed.map(participants,
					(draft) -> create(conversation, draft).sid());
			this.services.add(details.serviceSid());
			return participantSids;
		}
		catch (IllegalArgumentException ex) {
			delete(conversation);
			throw ex;
		}
	}

	synchronized void change(String conversationSid, UnaryOperator<ConversationDetails> change) {
		StoredConversation conversation = this.conversations.existing(conversationSid);
		ConversationDetails before = conversation.details();
		List<StoredParticipant> participants = List.copyOf(conversation.participants().values());
		participants.forEach((participant) -> remove(conversation, participant));
		conversation.details(change.apply(before));
		try {
			participants.forEach((participant) -> insert(conversation, participant));
		}
		catch (ApiException ex) {
			List.copyOf(conversation.participants().values())
				.forEach((participant) -> remove(conversation, participant));
			conversation.details(before);
			participants.forEach((participant) -> insert(conversation, participant));
			throw new IllegalStateException(ex.error().message());
		}
	}

	synchronized void delete(String conversationSid) {
		delete(this.conversations.existing(conversationSid));
	}

	synchronized ConversationDetails conversation(@Nullable String service, String sidOrUniqueName) {
		return find(service, sidOrUniqueName).details();
	}

	synchronized StoredParticipant create(@Nullable String service, String conversation, ParticipantDraft draft) {
		return create(find(service, conversation), draft);
	}

	synchronized StoredParticipant fetch(@Nullable String service, String conversation, String participant) {
		return find(service, conversation).bySidOrIdentity(participant);
	}

	/**
	 * Changes a participant. Only a fetch takes an identity in place of the SID [D]; that
	 * an update and a deletion refuse it is a choice of the simulator [C].
	 * @param service the SID of the service
	 * @param conversation the SID or unique name of the conversation
	 * @param sid the SID of the participant
	 * @param change the change
	 * @return the changed participant
	 */
	synchronized StoredParticipant update(@Nullable String service, String conversation, String sid,
			UnaryOperator<StoredParticipant> change) {
		StoredConversation found = find(service, conversation);
		StoredParticipant before = found.bySid(sid);
		StoredParticipant after = change.apply(before);
		remove(found, before);
		try {
			insert(found, after);
		}
		catch (ApiException ex) {
			insert(found, before);
			throw ex;
		}
		return after;
	}

	synchronized void delete(@Nullable String service, String conversation, String sid) {
		StoredConversation found = find(service, conversation);
		remove(found, found.bySid(sid));
	}

	synchronized Slice<StoredParticipant> participants(@Nullable String service, String conversation,
			PageRequest page) {
		return Slice.of(find(service, conversation).participants(), page);
	}

	synchronized Slice<Membership> memberships(MembershipIndex.Filter filter, PageRequest page) {
		return Slice.of(this.memberships.find(filter), page).map(MembershipIndex.Entry::membership);
	}

	/**
	 * Returns the service that a path is about. The plain paths are about the account's
	 * default service only [C].
	 * @param service the SID in the path, or {@code null} on a plain path
	 * @return the SID of a service that exists
	 */
	synchronized String service(@Nullable String service) {
		String sid = (service != null) ? service : this.defaultServiceSid;
		if (!this.services.contains(sid)) {
			throw new UnknownResourceException();
		}
		return sid;
	}

	/**
	 * Forgets everything, and begins again with the first SID.
	 */
	synchronized void clear() {
		this.conversations.all().forEach(this::delete);
		this.services.retainAll(Set.of(this.defaultServiceSid));
		this.sids.restart();
		this.sequence = 0;
	}

	private void delete(StoredConversation conversation) {
		List.copyOf(conversation.participants().values()).forEach((participant) -> remove(conversation, participant));
		this.conversations.remove(conversation);
	}

	private StoredParticipant create(StoredConversation conversation, ParticipantDraft draft) {
		checkLimits(conversation, draft.identity());
		StoredParticipant participant = draft.participant(this.sids.next(Sids.PARTICIPANT), this.sequence++);
		insert(conversation, participant);
		return participant;
	}

	private void checkLimits(StoredConversation conversation, @Nullable String identity) {
		if (conversation.participants().size() >= this.settings.participantsPerConversation()) {
			throw ApiError.PARTICIPANT_LIMIT.exception();
		}
		if (identity != null) {
			MembershipIndex.Filter filter = new MembershipIndex.Filter(conversation.details().serviceSid(),
					MembershipIndex.Filter.IDENTITY, identity);
			if (this.memberships.find(filter).size() >= this.settings.conversationsPerIdentity()) {
				throw ApiError.CONVERSATION_LIMIT.exception();
			}
		}
	}

	private void insert(StoredConversation conversation, StoredParticipant participant) {
		if (participant.identity() != null && conversation.hasIdentity(participant.identity())) {
			throw ApiError.IDENTITY_IN_USE.exception();
		}
		if (!conversation.details().isClosed()) {
			this.bindings.claim(participant.binding(), conversation.details().sid());
		}
		conversation.put(participant);
		this.memberships.add(conversation, participant);
	}

	private void remove(StoredConversation conversation, StoredParticipant participant) {
		conversation.remove(participant);
		this.memberships.remove(conversation, participant);
		if (!conversation.details().isClosed()) {
			this.bindings.release(participant.binding());
		}
	}

	private StoredConversation find(@Nullable String service, String sidOrUniqueName) {
		return this.conversations.find(service(service), sidOrUniqueName);
	}

}
