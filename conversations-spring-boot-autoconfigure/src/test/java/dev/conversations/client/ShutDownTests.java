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
			TwilioTransport transport = TwilioTransport.create(WebClient.builder(),
					server.settings().withLimits(LimitSettings.defaults().withConcurrency(100, 1)));
			ParticipantClient client = transport.conversations(TestClients.CREDENTIALS).participants();
			Mono<Void> underWay = client.list("CH").then().cache();
			Mono<Void> waiting = client.inService("IS" + "0".repeat(32)).list("CH").then().cache();
			underWay.subscribe((done) -> {
			}, (failure) -> {
			});
			assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
			waiting.subscribe((done) -> {
			}, (failure) -> {
			});
			transport.close();
			for (Mono<?> operation : new Mono<?>[] { underWay, waiting, client.fetch("CH", "ada") }) {
				StepVerifier.create(operation).expectErrorSatisfies(ShutDownTests::check).verify(LIMIT);
			}
		}
	}

	@Test
	void streamThatIsEndedTellsWhereToGoOn() {
		try (RecordingServer server = RecordingServer.answering(503, "")) {
			TwilioTransport transport = TwilioTransport.create(WebClient.builder(), server.settings()
				.withRetry(new RetrySettings(10, Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(2))));
			ParticipantClient client = transport.conversations(TestClients.CREDENTIALS).participants();
			StepVerifier.create(client.list("CH"))
				.then(transport::close)
				.expectErrorSatisfies((failure) -> assertThat(((TwilioException) failure).resumeCursor()).isNotNull())
				.verify(LIMIT);
		}
	}

	@Test
	void pageThatIsReadAheadIsEnded() {
		try (RecordingServer server = RecordingServer.answering((request, response) -> request.uri().contains("Page=1")
				? Flux.never() : response.sendString(Mono.just("""
						{"participants":[{"sid":"MB1"}],"meta":{"next_page_url":"?PageSize=100&Page=1"}}""")))) {
			TwilioTransport transport = TwilioTransport.create(WebClient.builder(), server.settings());
			ParticipantClient client = transport.conversations(TestClients.CREDENTIALS).participants();
			StepVerifier.create(client.list("CH"), 2)
				.expectNextCount(1)
				.then(() -> Awaitility.await().atMost(LIMIT).until(() -> server.received().size() == 2))
				.then(transport::close)
				.expectErrorSatisfies(ShutDownTests::check)
				.verify(LIMIT);
			Awaitility.await().atMost(LIMIT).until(() -> transport.http().connections().gate().inUse() == 0);
		}
	}

	@Test
	void writeThatWaitsForItsTurnIsEnded() {
		try (RecordingServer server = RecordingServer.answering(201, "{}")) {
			TwilioTransport transport = TwilioTransport.create(WebClient.builder(),
					server.settings().withLimits(LimitSettings.defaults().withWritesPerSecond(1)));
			ParticipantClient client = transport.conversations(TestClients.CREDENTIALS).participants();
			Mono<Participant> write = client.create("CH", NewParticipant.chat("ada"));
			Disposable earlier = Flux.range(0, 100).flatMap((index) -> write.onErrorComplete()).subscribe();
			StepVerifier.create(write).then(transport::close).expectErrorSatisfies(ShutDownTests::check).verify(LIMIT);
			earlier.dispose();
		}
	}

	@Test
	void requestThatWasNotSentOrMayBeSentTwiceIsRetryable() throws Exception {
		CountDownLatch arrived = new CountDownLatch(3);
		try (RecordingServer server = RecordingServer.answering((request, response) -> {
			arrived.countDown();
			return Flux.never();
		})) {
			TwilioTransport transport = TwilioTransport.create(WebClient.builder(),
					server.settings().withLimits(LimitSettings.defaults().withConcurrency(3, 3)));
			ParticipantClient client = transport.conversations(TestClients.CREDENTIALS).participants();
			Mono<Boolean> read = retryable(client.fetch("CH", "ada"));
			Mono<Boolean> deletion = retryable(client.delete("CH", "MB1"));
			Mono<Boolean> sentWrite = retryable(client.create("CH", NewParticipant.chat("ada")));
			assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
			Mono<Boolean> waitingWrite = retryable(client.create("CH", NewParticipant.chat("ada")));
			transport.close();
			assertThat(Flux.concat(read, deletion, sentWrite, waitingWrite).collectList().block(LIMIT))
				.containsExactly(true, true, false, true);
		}
	}

	private static Mono<Boolean> retryable(Mono<?> operation) {
		Mono<Boolean> retryable = operation.then(Mono.<Boolean>empty())
			.onErrorResume(TwilioException.class, (failure) -> Mono.just(failure.isRetryable()))
			.cache();
		retryable.subscribe();
		return retryable;
	}

	private static void check(Throwable failure) {
		assertThat(failure).isInstanceOf(TwilioConnectionException.class)
			.hasMessageEndingWith(": the client was closed");
	}

}
