package dev.conversations.client;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Nobody gets the answer to the request of another, whatever a server leaves on a
 * connection.
 */
class StrayAnswersTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static String participant(String target) {
		return RawServer.json("{\"identity\":\"" + target.substring(target.lastIndexOf('/') + 1) + "\"}");
	}

	private static ParticipantClient client(Connector connector, RawServer server) {
		return TestClients.create(connector.builder(), TransportSettings.of(server.url()));
	}

	private static String identity(ParticipantClient client, String participant) {
		return client.fetch("CH1", participant).map(Participant::identity).block(LIMIT);
	}

	@ParameterizedTest
	@CsvSource({ "REACTOR, 100", "REACTOR, 102", "REACTOR, 103", "REACTOR, 199", "JDK, 102", "JDK, 103" })
	void interimAnswerIsSkipped(Connector connector, int status) throws Exception {
		try (RawServer server = RawServer.answering((target, connection, out) -> {
			out.write("HTTP/1.1 " + status + " Interim\r\nLink: </style.css>\r\n\r\n");
			pause();
			out.write(participant(target));
		})) {
			ParticipantClient client = client(connector, server);
			assertThat(identity(client, "bob")).isEqualTo("bob");
			assertThat(identity(client, "carol")).isEqualTo("carol");
			assertThat(server.targets()).hasSize(2);
		}
	}

	/**
	 * Lets bytes go out in a packet of their own.
	 */
	private static void pause() throws InterruptedException {
		new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
	}

	@ParameterizedTest
	@EnumSource(Connector.class)
	void secondAnswerAtTheEndOfTheFirstReachesNobody(Connector connector) throws Exception {
		try (RawServer server = RawServer.answering((target, connection, out) -> out
			.write(participant(target) + RawServer.json("{\"identity\":\"mallory\"}")))) {
			ParticipantClient client = client(connector, server);
			for (int i = 0; i < 20; i++) {
				assertThat(identity(client, "bob" + i)).isEqualTo("bob" + i);
			}
		}
	}

	@Test
	void secondAnswerReachesNobodyWhoWaitsForTheConnection() throws Exception {
		ConnectionProvider pool = ConnectionProvider.builder("stray")
			.maxConnections(1)
			.pendingAcquireMaxCount(-1)
			.build();
		try (RawServer server = RawServer.answering((target, connection, out) -> {
			pause();
			out.write(participant(target) + RawServer.json("{\"identity\":\"mallory\"}"));
		})) {
			ParticipantClient client = TestClients.create(
					WebClient.builder().clientConnector(new ReactorClientHttpConnector(HttpClient.create(pool))),
					TransportSettings.of(server.url()));
			assertThat(Flux.range(0, 10)
				.flatMap((number) -> client.fetch("CH1", "bob" + number)
					.map((found) -> found.identity().equals("bob" + number)), 10)
				.collectList()
				.block(LIMIT)).hasSize(10).containsOnly(true);
		}
		finally {
			pool.dispose();
		}
	}

	@Test
	void connectionThatGetsBytesWhileItIsIdleIsNotUsedAgain() throws Exception {
		CountDownLatch written = new CountDownLatch(1);
		try (RawServer server = RawServer.answering((target, connection, out) -> {
			out.write(participant(target));
			if (connection == 1) {
				pause();
				out.write(RawServer.json("{\"identity\":\"mallory\"}"));
				written.countDown();
			}
		})) {
			ParticipantClient client = client(Connector.REACTOR, server);
			assertThat(identity(client, "bob")).isEqualTo("bob");
			assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
			pause();
			assertThat(identity(client, "carol")).isEqualTo("carol");
			assertThat(server.connections()).isEqualTo(2);
		}
	}

	@Test
	void redirectIsNotFollowedWhateverTheConnectorDoes() throws Exception {
		try (RawServer server = RawServer.answering((target, connection, out) -> out
			.write("HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"))) {
			ParticipantClient client = TestClients.create(
					WebClient.builder()
						.clientConnector(new ReactorClientHttpConnector(HttpClient.create().followRedirect(true))),
					TransportSettings.of(server.url()));
			assertThatExceptionOfType(TwilioApiException.class).isThrownBy(() -> identity(client, "bob"))
				.satisfies((failure) -> assertThat(failure.status()).isEqualTo(307));
			assertThat(server.targets()).containsExactly("/v1/Conversations/CH1/Participants/bob");
		}
	}

	@Test
	void connectionIsUsedAgainAfterAProperAnswer() throws IOException {
		try (RawServer server = RawServer.answering((target, connection, out) -> out.write(participant(target)))) {
			ParticipantClient client = client(Connector.REACTOR, server);
			for (int i = 0; i < 5; i++) {
				assertThat(identity(client, "bob" + i)).isEqualTo("bob" + i);
			}
			assertThat(server.connections()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@EnumSource(Connector.class)
	void answerThatEndsWithItsConnectionIsWhole(Connector connector) throws Exception {
		try (RawServer server = RawServer.answering((target, connection, out) -> {
			out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n");
			pause();
			out.write("{\"identity\":\"" + target.substring(target.lastIndexOf('/') + 1) + "\"}");
			out.close();
		})) {
			ParticipantClient client = client(connector, server);
			assertThat(identity(client, "bob")).isEqualTo("bob");
			assertThat(identity(client, "carol")).isEqualTo("carol");
			assertThat(server.connections()).isEqualTo(2);
		}
	}

	@Test
	void serverThatSendsNothingButInterimAnswersRunsIntoTheTimeOut() throws Exception {
		try (RawServer server = RawServer.answering((target, connection, out) -> {
			while (!Thread.currentThread().isInterrupted()) {
				out.write("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(100));
			}
		})) {
			ParticipantClient client = TestClients.create(Connector.REACTOR.builder(),
					TransportSettings.of(server.url())
						.withRetry(RecordingServer.attempts(1))
						.withLimits(LimitSettings.defaults().withResponseTimeout(Duration.ofMillis(500))));
			assertThatExceptionOfType(TwilioConnectionException.class).isThrownBy(() -> identity(client, "bob"))
				.withMessageEndingWith("the answer took too long");
		}
	}

}
