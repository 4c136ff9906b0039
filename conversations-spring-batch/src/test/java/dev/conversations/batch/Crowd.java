package dev.conversations.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.SimulatedConversation;

/**
 * Participants {@code user-0}, {@code user-1} and so on in a simulator.
 */
class Crowd {

	private final ConversationsSimulator simulator;

	private final int size;

	private final List<List<SimulatedConversation>> conversations = new ArrayList<>();

	Crowd(ConversationsSimulator simulator, int size, IntUnaryOperator conversationsOf) {
		this.simulator = simulator;
		this.size = size;
		for (int i = 0; i < size; i++) {
			this.conversations.add(new ArrayList<>());
			add(i, conversationsOf.applyAsInt(i));
		}
	}

	final void add(int participant, int count) {
		for (int i = 0; i < count; i++) {
			this.conversations.get(participant)
				.add(this.simulator.conversation().chatParticipant(identity(participant)).add());
		}
		this.conversations.get(participant).sort(Comparator.comparing(SimulatedConversation::sid));
	}

	void remove(int participant, int index) {
		this.conversations.get(participant).remove(index).delete();
	}

	/**
	 * Lets the second page of a participant be gone.
	 */
	void poison(int participant) {
		this.simulator
			.when((request) -> identity(participant).equals(request.queryParameter("Identity"))
					&& "1".equals(request.queryParameter("Page")))
			.error(404, 20404, "The requested resource was not found");
	}

	/**
	 * Answers so many requests for the second page of a participant with a rate limit.
	 */
	void limit(int participant, int times) {
		this.simulator
			.when((request) -> identity(participant).equals(request.queryParameter("Identity"))
					&& "1".equals(request.queryParameter("Page")))
			.times(times)
			.error(429, 20429, "Too Many Requests");
	}

	ParticipantSource source() {
		return ParticipantSource.of(identifiers());
	}

	List<ParticipantIdentifier> identifiers() {
		return IntStream.range(0, this.size).mapToObj((i) -> ParticipantIdentifier.identity(identity(i))).toList();
	}

	List<String> rows() {
		return IntStream.range(0, this.size).boxed().flatMap((i) -> rows(i).stream()).toList();
	}

	List<String> rows(int participant) {
		return this.conversations.get(participant)
			.stream()
			.map((conversation) -> row(identity(participant), conversation.sid()))
			.toList();
	}

	static String identity(int participant) {
		return "user-" + participant;
	}

	static String row(ParticipantConversation conversation) {
		return row(conversation.participantIdentity(), conversation.conversationSid());
	}

	static String row(String identity, String conversationSid) {
		return identity + " " + conversationSid;
	}

}
