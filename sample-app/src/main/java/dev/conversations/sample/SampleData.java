package dev.conversations.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.conversations.test.ConversationSeed;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.SimulatedInitialization;
import dev.conversations.test.SimulatorSettings;

/**
 * What the simulator holds at first: the chat user {@code ada} in 1,237 conversations,
 * the address {@code +375255555555} in 61 of them, and a conversation by the unique name
 * {@code welcome}; the chat user {@code grace} in 20,000 conversations. A conversation
 * that is created with participants is set up for some seconds, so that one sees it.
 */
final class SampleData {

	/**
	 * Participants to look up.
	 */
	static final List<Example> EXAMPLES = List.of(new Example("identity", "ada", 1237),
			new Example("address", "+375255555555", 61), new Example("identity", "grace", 20_000));

	private static final String IDENTITY = EXAMPLES.get(0).value();

	private static final String ADDRESS = EXAMPLES.get(1).value();

	private static final List<String> TOPICS = List.of("Late delivery", "Refund", "Change of address", "Broken screen",
			"Invoice", "Return", "Appointment", "Question on a contract", "Lost parcel", "Upgrade");

	private static final List<String> STATES = List.of("active", "active", "inactive", "active", "closed", "active",
			"inactive");

	private SampleData() {
	}

	/**
	 * Starts a simulator whose conversations are of the last weeks.
	 */
	static ConversationsSimulator start() {
		SampleClock clock = new SampleClock();
		ConversationsSimulator simulator = ConversationsSimulator.start(SimulatorSettings.defaults().withClock(clock));
		Instant now = clock.instant();
		for (int i = 1; i <= EXAMPLES.get(0).conversations(); i++) {
			clock.set(now.minus(Duration.ofMinutes(i * 37L)));
			add(simulator, i);
		}
		for (int i = 1; i <= EXAMPLES.get(2).conversations(); i++) {
			clock.set(now.minus(Duration.ofMinutes(i * 5L)));
			addConversation(simulator, EXAMPLES.get(2).value(), i);
		}
		clock.release();
		simulator.account().initialization(SimulatedInitialization.lasting(Duration.ofSeconds(3)));
		return simulator;
	}

	/**
	 * Adds the conversations of {@code ada} and of the address.
	 */
	static ConversationsSimulator addTo(ConversationsSimulator simulator) {
		for (int i = 1; i <= EXAMPLES.get(0).conversations(); i++) {
			add(simulator, i);
		}
		return simulator;
	}

	private static void add(ConversationsSimulator simulator, int i) {
		ConversationSeed conversation = simulator.conversation()
			.friendlyName(name(i))
			.state((i > 1) ? STATES.get(i % STATES.size()) : "active")
			.chatParticipant(IDENTITY);
		if (i == 1) {
			conversation.uniqueName("welcome");
		}
		if (i <= EXAMPLES.get(1).conversations()) {
			conversation.messagingParticipant(ADDRESS, "+1555000%04d".formatted(i));
		}
		conversation.add();
	}

	/**
	 * Makes a name; one is hostile, as names come from anybody.
	 */
	private static String name(int i) {
		return switch (i) {
			case 1 -> "Welcome";
			case 2 -> "<img src=x onerror=alert(1)>";
			default -> TOPICS.get(i % TOPICS.size()) + ", no. " + (10_000 + i * 7);
		};
	}

	/**
	 * Adds conversations of a chat user.
	 */
	static void addConversations(ConversationsSimulator simulator, String identity, int count) {
		for (int i = 1; i <= count; i++) {
			addConversation(simulator, identity, i);
		}
	}

	private static void addConversation(ConversationsSimulator simulator, String identity, int i) {
		simulator.conversation()
			.friendlyName(name(i + 2))
			.state(STATES.get(i % STATES.size()))
			.chatParticipant(identity)
			.add();
	}

	/**
	 * Participant to look up.
	 *
	 * @param kind whether the value is an identity or an address
	 * @param value the identity or the address
	 * @param conversations in how many conversations the participant is
	 */
	record Example(String kind, String value, int conversations) {

	}

}
