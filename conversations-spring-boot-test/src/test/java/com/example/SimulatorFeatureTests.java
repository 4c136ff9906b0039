package com.example;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import dev.conversations.client.ParticipantClient;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.RecordedRequest;
import dev.conversations.test.SimulatedAccount;
import dev.conversations.test.SimulatedConversation;
import dev.conversations.test.SimulatorLimits;
import dev.conversations.test.SimulatorSettings;
import dev.conversations.test.autoconfigure.ConversationsTest;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

@ConversationsTest
class SimulatorFeatureTests {

	private static Instant now = Instant.parse("2026-01-02T03:04:05Z");

	@Autowired
	private ParticipantClient client;

	@Test
	void tenantsAreToldApart(ConversationsSimulator simulator) {
		SimulatedAccount blue = simulator.account("AC0000000000000000000000000000b1e0", "token-of-blue");
		SimulatedAccount red = simulator.account("AC0000000000000000000000000000ed00", "token-of-red")
			.limits(SimulatorLimits.none().withWritesPerSecond(30));
		blue.conversation().uniqueName("talk").chatParticipant("ada").add();

		assertThat(blue.conversations()).hasSize(1);
		assertThat(red.conversations()).isEmpty();
		assertThat(red.requests()).isEmpty();
	}

	@Test
	void failureIsRetried(ConversationsSimulator simulator) {
		simulator.conversation().uniqueName("talk").chatParticipant("ada").add();
		simulator.next().error(503, 20503, "Service unavailable");

		StepVerifier.create(this.client.fetch("talk", "ada"))
			.expectNextCount(1)
			.expectComplete()
			.verify(Duration.ofSeconds(10));
		assertThat(simulator.requests()).extracting(RecordedRequest::toString)
			.containsExactly("GET /v1/Conversations/{ConversationSid}/Participants/{Sid}",
					"GET /v1/Conversations/{ConversationSid}/Participants/{Sid}");
	}

	@Test
	void conversationIsClosedByItsTimer(ConversationsSimulator simulator) {
		SimulatedConversation conversation = simulator.conversation().closedAfter(Duration.ofHours(1)).add();

		now = now.plus(Duration.ofHours(1));

		assertThat(conversation.state()).isEqualTo("closed");
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Configuration {

		@Bean
		SimulatorSettings simulatorSettings() {
			InstantSource source = () -> now;
			return SimulatorSettings.defaults().withClock(source.withZone(ZoneOffset.UTC));
		}

	}

}
