package dev.conversations.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Retries: a request is sent again if that cannot carry it out twice, in a list in its
 * place, and what it failed for before is told.
 */
class RetryTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final String CONVERSATION = "CH" + "0".repeat(32);

	private static final String SID = "MB" + "0".repeat(32);

	/**
	 * Answers with one status after the other; the last one stays.
	 */
	private static RecordingServer answering(Map<String, String> headers, Integer... statuses) {
		Queue<Integer> left = new ConcurrentLinkedQueue<>(Arrays.asList(statuses));
		return RecordingServer.answering((request, response) -> {
			int status = (left.size() > 1) ? left.remove() : left.element();
			headers.forEach(response::header);
			return response.status(status)
				.header("Content-Type", "application/json")
				.sendString(Mono.just("{\"sid\":\"MB1\",\"code\":" + status + "}"));
		});
	}

	private static ParticipantClient client(RecordingServer server) {
		return TestClients.create(WebClient.builder(), server.settings().withRetry(RecordingServer.attempts(4)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 502, 503, 504 })
	void idempotentRequestIsSentAgain(int status) {
		try (RecordingServer server = answering(Map.of(), status, status, 200)) {
			ParticipantClient client = client(server);
			assertThat(client.fetch(CONVERSATION, SID).block(LIMIT)).isNotNull();
			assertThat(server.received()).hasSize(3);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504 })
	void writeWhoseOutcomeIsUnknownIsSentOnce(int status) {
		try (RecordingServer server = answering(Map.of(), status, 201)) {
			ParticipantClient client = client(server);
			assertThatExceptionOfType(TwilioApiException.class)
				.isThrownBy(() -> client.create(CONVERSATION, NewParticipant.chat("ada")).block(LIMIT));
			assertThat(server.received()).hasSize(1);
		}
	}

	@Test
	void writeThatWasRefusedForItsNumberIsSentAgain() {
		try (RecordingServer server = answering(Map.of("Retry-After", "0"), 429, 429, 201)) {
			client(server).create(CONVERSATION, NewParticipant.chat("ada")).block(LIMIT);
			assertThat(server.received()).hasSize(3);
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 2", "4, 4" })
	void attemptsAreLimitedAndTheirReasonsAreSuppressed(int maxAttempts, int requests) {
		try (RecordingServer server = answering(Map.of(), 500, 502, 503, 504)) {
			ParticipantClient client = TestClients.create(WebClient.builder(),
					server.settings().withRetry(RecordingServer.attempts(maxAttempts)));
			TwilioApiException last = assertThatExceptionOfType(TwilioApiException.class)
				.isThrownBy(() -> client.delete(CONVERSATION, SID).block(LIMIT))
				.actual();
			assertThat(server.received()).hasSize(requests);
			assertThat(last.status()).isEqualTo(List.of(500, 502, 503, 504).get(requests - 1));
			assertThat(suppressed(last)).isEqualTo(List.of(500, 502, 503).subList(0, requests - 1));
		}
	}

	private static List<Integer> suppressed(Throwable failure) {
		return Arrays.stream(failure.getSuppressed())
			.filter(TwilioApiException.class::isInstance)
			.map((earlier) -> ((TwilioApiException) earlier).status())
			.toList();
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404, 409, 501 })
	void definiteAnswerIsFinal(int status) {
		try (RecordingServer server = answering(Map.of(), status, 200)) {
			ParticipantClient client = client(server);
			assertThatExceptionOfType(TwilioApiException.class)
				.isThrownBy(() -> client.fetch(CONVERSATION, SID).block(LIMIT));
			assertThat(server.received()).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 503 })
	void longerRetryAfterThanAllowedIsAnErrorAtOnce(int status) {
		try (RecordingServer server = answering(Map.of("Retry-After", "61"), status, 200)) {
			ParticipantClient client = client(server);
			TwilioApiException failure = assertThatExceptionOfType(TwilioApiException.class)
				.isThrownBy(() -> client.fetch(CONVERSATION, SID).block(LIMIT))
				.actual();
			assertThat(failure.serverDelay()).isEqualTo(Duration.ofSeconds(61));
			assertThat(server.received()).hasSize(1);
			assertThat(client.fetch(CONVERSATION, SID).block(LIMIT)).isNotNull();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 503 })
	void longestRetryAfterThatIsAllowedIsWaitedFor(int status) {
		try (RecordingServer server = answering(Map.of("Retry-After", "0"), status, 200)) {
			Duration backoff = Duration.ofMillis(1);
			ParticipantClient client = TestClients.create(WebClient.builder(),
					server.settings().withRetry(new RetrySettings(2, backoff, backoff, Duration.ZERO)));
			assertThat(client.fetch(CONVERSATION, SID).block(LIMIT)).isNotNull();
			assertThat(server.received()).hasSize(2);
		}
	}

	@Test
	void retryAfterIsWaitedFor() {
		try (RecordingServer server = answering(Map.of("Retry-After", "1"), 429, 200)) {
			Duration elapsed = client(server).fetch(CONVERSATION, SID)
				.elapsed()
				.map((timed) -> Duration.ofMillis(timed.getT1()))
				.block(LIMIT);
			assertThat(elapsed).isGreaterThanOrEqualTo(Duration.ofMillis(990));
		}
	}

	@Test
	void pageIsSentAgainInItsPlace() {
		ArrayDeque<Integer> statuses = new ArrayDeque<>(List.of(200, 503, 502, 200));
		try (RecordingServer server = RecordingServer.answering((request, response) -> {
			int page = request.uri().contains("Page=1") ? 1 : 0;
			String next = (page == 0) ? "\"/v1/Conversations/" + CONVERSATION + "/Participants?PageSize=100&Page=1\""
					: "null";
			return response.status(statuses.remove())
				.sendString(Mono.just(
						"{\"participants\":[{\"sid\":\"MB" + page + "\"}],\"meta\":{\"next_page_url\":" + next + "}}"));
		})) {
			assertThat(client(server).list(CONVERSATION).map(Participant::sid).collectList().block(LIMIT))
				.containsExactly("MB0", "MB1");
			assertThat(server.received()).hasSize(4);
		}
	}

}
