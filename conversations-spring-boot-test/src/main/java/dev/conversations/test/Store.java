package dev.conversations.test;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.conversations.test.Deadlines.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The conversations and participants of an account. They are read and changed by
 * {@link #atomically(Function) atomic operations} only, and only immutable state leaves
 * an operation.
 */
final class Store {

	private final String defaultServiceSid;

	private final Clock clock;

	private final Sids sids;

	private final Set<String> services = new HashSet<>();

	private final ConversationRegistry conversations = new ConversationRegistry();

	private final ParticipantRegistry participants;

	private final Deadlines deadlines = new Deadlines();

	private final WriteLimit writeLimit;

	Store(String accountSid, Clock clock, Supplier<SimulatorLimits> limits) {
		this.defaultServiceSid = Sids.of(accountSid + "/service").next(Sids.SERVICE);
		this.clock = clock;
		this.sids = Sids.of(accountSid + "/data");
		this.participants = new ParticipantRegistry(this.sids, limits);
		this.writeLimit = new WriteLimit(limits);
		this.services.add(this.defaultServiceSid);
	}

	String defaultServiceSid() {
		return this.defaultServiceSid;
	}

	/**
	 * Carries out an operation that no other interrupts, at one instant of the clock.
	 * @param operation the operation, which takes the instant
	 * @param <T> the type of the result
	 * @return the result of the operation
	 */
	<T> T atomically(Function<Instant, T> operation) {
		Instant now = this.clock.instant();
		synchronized (this) {
			elapse(now);
			return operation.apply(now);
		}
	}

	private void elapse(Instant now) {
		for (Deadline due = this.deadlines.poll(now); due != null; due = this.deadlines.poll(now)) {
			StoredConversation conversation = this.conversations.existing(due.conversationSid());
			change(conversation, conversation.elapse(due.date()), due.date());
		}
	}

	synchronized void addService(String sid) {
		this.services.add(sid);
	}

	/**
	 * Forgets everything, and begins again with the first SID.
	 */
	synchronized void clear() {
		this.conversations.clear();
		this.participants.clear();
		this.deadlines.clear();
		this.writeLimit.clear();
		this.services.clear();
		this.services.add(this.defaultServiceSid);
		this.sids.restart();
	}

	/**
	 * Returns the service that a path is about. The plain paths are about the account's
	 * default service only [C].
	 * @param service the SID in the path, or {@code null} on a plain path
	 * @return the SID of a service that exists
	 */
	String service(@Nullable String service) {
		String sid = (service != null) ? service : this.defaultServiceSid;
		if (!this.services.contains(sid)) {
			throw new UnknownResourceException();
		}
		return sid;
	}

	/**
	 * Returns a conversation for a request, which counts as one that meets it as it is.
	 * @param service the SID of the service, or {@code null} on a plain path
	 * @param sidOrUniqueName the SID or the unique name of the conversation
	 * @param now the instant
	 * @return the conversation
	 */
	StoredConversation find(@Nullable String service, String sidOrUniqueName, Instant now) {
		StoredConversation conversation = this.conversations.find(service(service), sidOrUniqueName);
		if (conversation.isInitializing()) {
			conversation.countRequest();
			setDeadline(conversation, now);
		}
		return conversation;
	}

	StoredConversation findForWrite(@Nullable String service, String sidOrUniqueName, Instant now) {
		StoredConversation conversation = find(service, sidOrUniqueName, now);
		Refusal.INITIALIZING.when(conversation.isInitializing());
		this.writeLimit.check(conversation.details().sid(), now);
		return conversation;
	}

	/**
	 * Returns the service that a conversation is created in.
	 * @param service the SID of the service, or {@code null} on a plain path
	 * @param now the instant
	 * @return the SID of the service
	 */
	String serviceForWrite(@Nullable String service, Instant now) {
		String sid = service(service);
		this.writeLimit.check(sid, now);
		return sid;
	}

	ConversationRegistry conversations() {
		return this.conversations;
	}

	ParticipantRegistry participants() {
		return this.participants;
	}

	String nextConversationSid() {
		return this.sids.next(Sids.CONVERSATION);
	}

	/**
	 * Adds a conversation with all of its participants, or nothing.
	 * @param conversation the conversation
	 * @param participants the participants
	 * @param now the instant
	 * @throws RefusedParticipantException if a participant is refused
	 */
	void add(StoredConversation conversation, List<CreateForm> participants, Instant now) {
		this.conversations.add(conversation);
		for (int i = 0; i < participants.size(); i++) {
			try {
				this.participants.create(conversation, participants.get(i).draft(now));
			}
			catch (RefusedException ex) {
				delete(conversation);
				throw new RefusedParticipantException(i, ex.refusal());
			}
		}
		this.services.add(conversation.details().serviceSid());
		setDeadline(conversation, now);
	}

	/**
	 * Changes a conversation, or nothing.
	 * @param conversation the conversation
	 * @param details its new state
	 * @param now the instant
	 * @throws RefusedException if its new unique name is taken, or if it is opened again
	 * while another conversation holds one of its pairs of addresses
	 */
	void change(StoredConversation conversation, ConversationDetails details, Instant now) {
		ConversationDetails before = conversation.details();
		this.conversations.rename(conversation, before, details);
		try {
			this.participants.moveTo(conversation, details);
		}
		catch (RefusedException ex) {
			this.conversations.rename(conversation, details, before);
			throw ex;
		}
		setDeadline(conversation, now);
	}

	void delete(StoredConversation conversation) {
		this.participants.removeAll(conversation);
		this.conversations.remove(conversation);
		this.deadlines.set(conversation.details().sid(), null);
	}

	private void setDeadline(StoredConversation conversation, Instant now) {
		this.deadlines.set(conversation.details().sid(), conversation.nextChange(now));
	}

}
