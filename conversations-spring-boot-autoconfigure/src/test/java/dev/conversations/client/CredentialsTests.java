package dev.conversations.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Credentials are asked for with each request and not before.
 */
class CredentialsTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static ParticipantClient failing(RecordingServer server, int from) {
		AtomicInteger asked = new AtomicInteger();
		return TestClients.create(WebClient.builder(), TransportSettings.of(server.url()), () -> {
			if (asked.incrementAndGet() >= from) {
				throw new IllegalStateException("There are no credentials");
			}
			return new BasicCredentials("AC1", "p", null);
		});
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 1", "3, 2" })
	void listWhenItsCursorCannotBeMadeForLackOfCredentialsEnds(int from, int requests) {
		try (RecordingServer server = RecordingServer.answering(200,
				"{\"participants\":[],\"meta\":{\"next_page_url\":\"?Page=1\"}}")) {
			Flux<Page<Participant>> pages = failing(server, from).listPages("CH", Paging.defaults());
			StepVerifier.create(pages.then()).expectError().verify(LIMIT);
			assertThat(server.received().size()).isLessThan(requests + 1);
		}
	}

	@Test
	void requestWhenThereAreNoCredentialsIsAnErrorOfThisClient() {
		try (RecordingServer server = RecordingServer.answering(200, "{}")) {
			ParticipantClient client = failing(server, 1);
			for (Flux<?> operation : List.of(client.list("CH"), client.fetch("CH", "ada").flux())) {
				StepVerifier.create(operation)
					.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(TwilioConnectionException.class)
						.hasMessageEndingWith(": the exchange was broken off: IllegalStateException"))
					.verify(LIMIT);
			}
		}
	}

	@Test
	void credentialsAreAskedForWithEachRequest() {
		AtomicInteger asked = new AtomicInteger();
		try (RecordingServer server = RecordingServer.answering(200, "{\"participants\":[],\"meta\":{}}")) {
			ParticipantClient client = TestClients.create(WebClient.builder(), TransportSettings.of(server.url()),
					() -> {
						asked.incrementAndGet();
						return new BasicCredentials("AC1", "p" + asked, null);
					});
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
