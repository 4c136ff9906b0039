package dev.conversations.client;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Closing the client ends what is under way, what waits and what comes later with an
 * error that says so.
 */
class ShutDownTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	@Test
	void everyOperationEndsWithAClearError() throws Exception {
		CountDownLatch arrived = new CountDownLatch(1);
		try (RecordingServer server = RecordingServer.answering((request, response) -> {
			arrived.countDown();
			return Flux.never();
		})) {
			DefaultParticipantClient client = (DefaultParticipantClient) ParticipantClientFactory
				.create(WebClient.builder(), server.settings().withMaxConcurrentRequests(1));
			Mono<Void> underWay = client.list("CH").then().cache();
			Mono<Void> waiting = client.inService("IS" + "0".repeat(32)).list("CH").then().cache();
			underWay.subscribe((done) -> {
			}, (failure) -> {
			});
			assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
			waiting.subscribe((done) -> {
			}, (failure) -> {
			});
			client.close();
			for (Mono<?> operation : new Mono<?>[] { underWay, waiting, client.fetch("CH", "ada") }) {
				StepVerifier.create(operation).expectErrorSatisfies(ShutDownTests::check).verify(LIMIT);
			}
		}
	}

	@Test
	void streamThatIsEndedTellsWhereToGoOn() {
		try (RecordingServer server = RecordingServer.answering(503, "")) {
			DefaultParticipantClient client = (DefaultParticipantClient) ParticipantClientFactory
				.create(WebClient.builder(), server.settings()
					.withRetry(new RetrySettings(10, Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(2))));
			StepVerifier.create(client.list("CH"))
				.then(client::close)
				.expectErrorSatisfies((failure) -> assertThat(((TwilioException) failure).resumeCursor()).isNotNull())
				.verify(LIMIT);
		}
	}

	@Test
	void pageThatIsReadAheadIsEnded() {
		try (RecordingServer server = RecordingServer.answering((request, response) -> request.uri().contains("Page=1")
				? Flux.never() : response.sendString(Mono.just("""
						{"participants":[{"sid":"MB1"}],"meta":{"next_page_url":"?PageSize=100&Page=1"}}""")))) {
			DefaultParticipantClient client = (DefaultParticipantClient) server.client();
			StepVerifier.create(client.list("CH"), 2)
				.expectNextCount(1)
				.then(() -> Awaitility.await().atMost(LIMIT).until(() -> server.received().size() == 2))
				.then(client::close)
				.expectErrorSatisfies(ShutDownTests::check)
				.verify(LIMIT);
			Awaitility.await().atMost(LIMIT).until(() -> client.gate().inUse() == 0);
		}
	}

	@Test
	void writeThatWaitsForItsTurnIsEnded() {
		try (RecordingServer server = RecordingServer.answering(201, "{}")) {
			DefaultParticipantClient client = (DefaultParticipantClient) ParticipantClientFactory
				.create(WebClient.builder(), server.settings().withWritesPerSecond(1));
			Mono<Participant> write = client.create("CH", NewParticipant.chat("ada"));
			Disposable earlier = Flux.range(0, 100).flatMap((index) -> write.onErrorComplete()).subscribe();
			StepVerifier.create(write).then(client::close).expectErrorSatisfies(ShutDownTests::check).verify(LIMIT);
			earlier.dispose();
		}
	}

	@Test
	void viewThatIsClosedLeavesItsClientOpen() throws Exception {
		try (RecordingServer server = RecordingServer.answering(200, "{}")) {
			ParticipantClient client = server.client();
			((AutoCloseable) client.withWebhookEnabled(true)).close();
			assertThat(client.fetch("CH", "ada").block(LIMIT)).isNotNull();
		}
	}

	private static void check(Throwable failure) {
		assertThat(failure).isInstanceOf(TwilioConnectionException.class)
			.hasMessageEndingWith(": the client was closed");
	}

}
