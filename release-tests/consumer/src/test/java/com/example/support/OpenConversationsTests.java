package com.example.support;

import java.time.Duration;

import dev.conversations.client.RateLimitedException;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.SimulatedConversation;
import dev.conversations.test.autoconfigure.ConversationsTest;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ConversationsTest(OpenConversations.class)
class OpenConversationsTests {

	private static final String PHONE = "+375255555555";

	@Autowired
	private OpenConversations conversations;

	@Test
	void openConversationsAreStreamedOverPages(ConversationsSimulator simulator) {
		for (int index = 0; index < 50; index++) {
			simulator.conversation().messagingParticipant(PHONE, "+123456789" + (10 + index)).add();
		}
		simulator.conversation().state("closed").messagingParticipant(PHONE, "+12345678999").add();

		StepVerifier.create(this.conversations.of(PHONE))
			.expectNextCount(50)
			.expectComplete()
			.verify(Duration.ofSeconds(30));
		assertThat(simulator.requestCount()).isEqualTo(3);
	}

	@Test
	void searchEndsWithWhatItFinds(ConversationsSimulator simulator) {
		SimulatedConversation open = simulator.conversation().messagingParticipant(PHONE, "+12345678910").add();

		StepVerifier.create(this.conversations.of(PHONE).next())
			.expectNext(open.sid())
			.expectComplete()
			.verify(Duration.ofSeconds(30));
	}

	@Test
	void overloadIsReported(ConversationsSimulator simulator) {
		simulator.when((request) -> true).error(429, 20429, "Too many requests");

		StepVerifier.create(this.conversations.of(PHONE))
			.expectError(RateLimitedException.class)
			.verify(Duration.ofSeconds(30));
	}

}
