package dev.conversations.docs;

import java.time.Duration;

import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.SimulatedConversation;
import dev.conversations.test.autoconfigure.ConversationsTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One page is one request, and a search ends with what it finds.
 */
@ConversationsTest
class ReadPagesTests {

	private static final ParticipantIdentifier ADA = ParticipantIdentifier.identity("ada");

	@Autowired
	private ParticipantClient client;

	@Test
	void firstPageIsOneRequest(ConversationsSimulator simulator) {
		for (int index = 0; index < 21; index++) {
			simulator.conversation().chatParticipant("ada").add();
		}
		assertThat(new ReadPages(this.client).firstPage(ADA).block(Duration.ofSeconds(10)).items()).hasSize(20);
		assertThat(simulator.requestCount()).isEqualTo(1);
	}

	@Test
	void firstOpenConversationIsFound(ConversationsSimulator simulator) {
		assertThat(new ReadPages(this.client).firstOpen(ADA)).isNull();
		simulator.conversation().state("closed").chatParticipant("ada").add();
		SimulatedConversation open = simulator.conversation().state("inactive").chatParticipant("ada").add();
		assertThat(new ReadPages(this.client).firstOpen(ADA).conversationSid()).isEqualTo(open.sid());
	}

}
