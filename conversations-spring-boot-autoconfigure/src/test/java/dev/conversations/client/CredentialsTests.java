package dev.conversations.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Credentials are asked for with each request and not before.
 */
class CredentialsTests {

	@Test
	void credentialsAreAskedForWithEachRequest() {
		AtomicInteger asked = new AtomicInteger();
		try (RecordingServer server = RecordingServer.answering(200, "{\"participants\":[],\"meta\":{}}")) {
			ParticipantClient client = ParticipantClientFactory.create(WebClient.builder(),
					ParticipantClientSettings.of(server.url(), () -> {
						asked.incrementAndGet();
						return new BasicCredentials("AC1", "p" + asked, null);
					}));
			client.list("CH");
			client.fetch("CH", "ada");
			assertThat(asked).hasValue(0);
			client.fetch("CH", "ada").block(Duration.ofSeconds(10));
			client.list("CH").blockLast(Duration.ofSeconds(10));
			assertThat(server.received()).extracting((received) -> received.headers().get("Authorization"))
				.doesNotHaveDuplicates()
				.hasSize(2);
		}
	}

}
