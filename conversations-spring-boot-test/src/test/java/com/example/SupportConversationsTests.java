package com.example;

import java.time.Duration;

import dev.conversations.client.RateLimitedException;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.RecordedRequest;
import dev.conversations.test.SimulatedConversation;
import dev.conversations.test.autoconfigure.ConversationsTest;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@ConversationsTest(SupportConversations.class)
class SupportConversationsTests {

	@Autowired
	private SupportConversations conversations;

	@Test
	void activeConversationsAreFound(ConversationsSimulator simulator) {
		SimulatedConversation active = simulator.conversation()
			.messagingParticipant("+375255555555", "+12345678910")
			.add();
		simulator.conversation().state("closed").messagingParticipant("+375255555555", "+12345678911").add();

		StepVerifier.create(this.conversations.activeOf("+375255555555"))
			.expectNext(active.sid())
			.expectComplete()
			.verify(Duration.ofSeconds(10));
	}

	@Test
	void overloadIsReported(ConversationsSimulator simulator) {
		simulator.when((request) -> true).error(429, 20429, "Too many requests");

		StepVerifier.create(this.conversations.activeOf("+375255555555"))
			.expectError(RateLimitedException.class)
			.verify(Duration.ofSeconds(10));
		assertThat(simulator.requests()).extracting(RecordedRequest::pathTemplate)
			.containsOnly("/v1/ParticipantConversations");
	}

}
