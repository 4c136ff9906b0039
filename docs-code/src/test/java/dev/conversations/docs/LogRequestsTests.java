package dev.conversations.docs;

import java.time.Duration;

import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.autoconfigure.ConversationsTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests are logged by their templates.
 */
@ConversationsTest(LogRequests.class)
@ExtendWith(OutputCaptureExtension.class)
class LogRequestsTests {

	@Test
	void requestIsLoggedWithoutPersonalData(@Autowired ParticipantClient client, ConversationsSimulator simulator,
			CapturedOutput output) {
		simulator.conversation().uniqueName("order-of-grace").chatParticipant("grace-4711").add();

		client.fetch("order-of-grace", "grace-4711").block(Duration.ofSeconds(10));
		client.listConversations(ParticipantIdentifier.identity("grace-4711")).blockLast(Duration.ofSeconds(10));

		assertThat(output).contains("GET /v1/Conversations/{ConversationSid}/Participants/{Sid}: 200, request ")
			.contains("GET /v1/ParticipantConversations: 200, request ")
			.doesNotContain("grace");
	}

}
