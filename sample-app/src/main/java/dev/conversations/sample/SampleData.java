package dev.conversations.sample;

import dev.conversations.test.ConversationSeed;
import dev.conversations.test.ConversationsSimulator;

/**
 * What the simulator holds at first: the chat user {@code ada} in 1,237 conversations,
 * the address {@code +375255555555} in 61 of them, and a conversation by the unique name
 * {@code welcome}.
 */
final class SampleData {

	private static final String IDENTITY = "ada";

	private static final String ADDRESS = "+375255555555";

	private static final int CONVERSATIONS = 1237;

	private static final int CONVERSATIONS_WITH_ADDRESS = 61;

	private SampleData() {
	}

	static ConversationsSimulator addTo(ConversationsSimulator simulator) {
		for (int i = 1; i <= CONVERSATIONS; i++) {
			ConversationSeed conversation = simulator.conversation()
				.friendlyName("Conversation " + i)
				.chatParticipant(IDENTITY);
			if (i == 1) {
				conversation.uniqueName("welcome");
			}
			if (i <= CONVERSATIONS_WITH_ADDRESS) {
				conversation.messagingParticipant(ADDRESS, "+1555000%04d".formatted(i));
			}
			conversation.add();
		}
		return simulator;
	}

}
