package dev.conversations.test.autoconfigure;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import dev.conversations.autoconfigure.ConversationsConnectionDetails;
import dev.conversations.client.NewParticipant;
import dev.conversations.client.Participant;
import dev.conversations.client.ParticipantClient;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.SimulatorSettings;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutoConfigureConversationsSimulator} on a whole application that has
 * connection details and credentials of its own.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "twilio.api-key=SK1", "twilio.api-secret=secret",
				"twilio.conversations.base-url=http://localhost:1", "twilio.conversations.clients.support.api-key=SK2",
				"twilio.conversations.clients.support.api-secret=secret",
				"twilio.conversations.clients.support.base-url=http://localhost:2" })
@AutoConfigureConversationsSimulator
class AutoConfigureConversationsSimulatorTests {

	@Autowired
	private ParticipantClient client;

	@Autowired
	private ConversationsConnectionDetails connection;

	@Autowired
	private UnrelatedComponent component;

	@Test
	void clientTalksToSimulatorWithClockOfSettings(ConversationsSimulator simulator) {
		String conversation = simulator.conversation().add().sid();
		Participant created = this.client.create(conversation, NewParticipant.chat("ada")).block(TestTimeouts.DEFAULT);
		assertThat(created).isNotNull()
			.returns(Instant.parse("2026-01-02T03:04:05Z"), Participant::dateCreated)
			.returns(simulator.accountSid(), Participant::accountSid);
	}

	@Test
	void namedClientTalksToSimulator(ConversationsSimulator simulator,
			@Autowired @Qualifier("support") ParticipantClient support) {
		simulator.conversation().uniqueName("talk").chatParticipant("ada").add();
		assertThat(support.fetch("talk", "ada").block(TestTimeouts.DEFAULT)).isNotNull();
	}

	@Test
	void connectionOfApplicationIsReplaced(ConversationsSimulator simulator) {
		assertThat(this.connection.getBaseUrl()).isEqualTo(URI.create(simulator.baseUrl()));
		assertThat(this.connection.getPassword()).isEqualTo(simulator.authToken());
		assertThat(this.component).isNotNull();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class ApplicationConfiguration {

		@Bean
		SimulatorSettings simulatorSettings() {
			return SimulatorSettings.defaults()
				.withClock(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));
		}

		@Bean
		@Primary
		ConversationsConnectionDetails applicationConnectionDetails() {
			throw new IllegalStateException("A test has no vault");
		}

	}

}
