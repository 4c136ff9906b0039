package dev.conversations.client;

import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Credentials are asked for with each request and not before.
 */
class CredentialsTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final PageCursor CURSOR = new PageCursor("PageSize=50", 0, "0123456789abcdef");

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

	static Stream<Arguments> stores() {
		return Stream.of(
				Arguments.of(Mono.error(new IllegalStateException("secret-4711")),
						": no credentials could be had: IllegalStateException", false),
				Arguments.of(Mono.error(new ConnectException("store-4711 refused the connection")),
						": no credentials could be had: ConnectException", true),
				Arguments.of(Mono.error(new TimeoutException("store-4711")),
						": no credentials could be had: TimeoutException", true),
				Arguments.of(Mono.empty(), ": there are no credentials", false));
	}

	@ParameterizedTest
	@MethodSource("stores")
	void requestWhenAStoreFailsSaysSoAndNothingOfTheStore(Mono<TwilioCredentials> store, String message,
			boolean retryable) {
		try (RecordingServer server = RecordingServer.answering(200, "{}")) {
			for (Flux<?> operation : operations(client(server, store))) {
				StepVerifier.create(operation)
					.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(TwilioConnectionException.class)
						.hasMessageEndingWith(message)
						.hasNoCause()
						.extracting("retryable")
						.isEqualTo(retryable))
					.verify(LIMIT);
			}
			assertThat(server.received()).isEmpty();
		}
	}

	private static List<Flux<?>> operations(ParticipantClient client) {
		Paging start = Paging.defaults().startingAt(CURSOR);
		return List.of(client.fetch("CH", "ada").flux(), client.create("CH", NewParticipant.chat("ada")).flux(),
				client.list("CH"), client.list("CH", start), client.page("CH", start).flux());
	}

	private static ParticipantClient client(RecordingServer server, Mono<TwilioCredentials> store) {
		TransportSettings settings = TransportSettings.of(server.url()).withRetry(RecordingServer.attempts(2));
		return TwilioTransport.create(WebClient.builder(), settings).conversations(null, store).participants();
	}

	@Test
	void listWhenItsFirstCredentialsCannotBeHadGoesOnWhereItStarts() {
		try (RecordingServer server = RecordingServer.answering(200, "{}")) {
			Mono<TwilioCredentials> store = Mono.error(new IllegalStateException());
			StepVerifier.create(client(server, store).list("CH", Paging.defaults().startingAt(CURSOR)))
				.expectErrorSatisfies((failure) -> assertThat(failure).extracting("resumeCursor").isEqualTo(CURSOR))
				.verify(LIMIT);
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
