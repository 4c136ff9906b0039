package dev.conversations.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.tcp.TcpServer;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Errors of the operations on conversations, and which of them send a request again.
 */
class ConversationErrorsTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final String SID = "CH" + "0".repeat(32);

	private static final NewConversation NEW = NewConversation.create().withUniqueName("line-1");

	static Stream<Write> writes() {
		return Stream.of(new Write("create", (client) -> client.create(NEW)),
				new Write("createWithParticipants",
						(client) -> client.createWithParticipants(NEW, List.of(NewParticipant.chat("ada")))),
				new Write("update", (client) -> client.update(SID, ConversationUpdate.create().withUniqueName("x"))));
	}

	private static Stream<Arguments> writesAnd(Object... values) {
		return writes().flatMap((write) -> Stream.of(values).map((value) -> Arguments.of(write, value)));
	}

	static Stream<Arguments> writesAndUnknownOutcomes() {
		return writesAnd(500, 502, 503, 504);
	}

	@ParameterizedTest
	@MethodSource("writesAndUnknownOutcomes")
	void writeWhoseOutcomeIsUnknownIsSentOnce(Write write, int status) {
		try (RecordingServer server = answering(status, 201)) {
			TwilioApiException failure = failure(TwilioApiException.class, write.send(server));
			assertThat(failure.status()).isEqualTo(status);
			assertThat(failure.isRetryable()).isFalse();
			assertThat(server.received()).hasSize(1);
		}
	}

	@ParameterizedTest
	@MethodSource("writes")
	void writeWhoseAnswerIsLostIsSentOnce(Write write) {
		List<Object> requests = new CopyOnWriteArrayList<>();
		DisposableServer server = TcpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((in, out) -> in.receive().asString().doOnNext(requests::add).take(1).then())
			.bindNow();
		try {
			TransportSettings settings = TransportSettings.of(URI.create("http://127.0.0.1:" + server.port()))
				.withRetry(RecordingServer.attempts(4));
			TwilioConnectionException failure = failure(TwilioConnectionException.class,
					write.call().apply(TestClients.conversations(WebClient.builder(), settings)));
			assertThat(failure.isRetryable()).isFalse();
			assertThat(requests).hasSize(1);
		}
		finally {
			server.disposeNow();
		}
	}

	@ParameterizedTest
	@MethodSource("writes")
	void writeThatWasRefusedForItsNumberIsSentAgain(Write write) {
		try (RecordingServer server = answering(429, 429, 201)) {
			assertThat(write.send(server).block(LIMIT)).isNotNull();
			assertThat(server.received()).hasSize(3);
			assertThat(server.received()).extracting(RecordingServer.Received::body)
				.containsOnly(server.received().get(0).body());
		}
	}

	@ParameterizedTest
	@MethodSource("writes")
	void writeWithAnUnreadableAnswerIsSentOnce(Write write) {
		try (RecordingServer server = RecordingServer.answering(202, "[]")) {
			assertThat(failure(TwilioConnectionException.class, write.send(server)).isRetryable()).isFalse();
			assertThat(server.received()).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "fetch, 503", "fetch, 429", "delete, 503", "delete, 429", "list, 502", "page, 500" })
	void readAndDeletionAreSentAgain(String operation, int status) {
		try (RecordingServer server = answering(status, 200)) {
			ConversationClient client = server.conversations(4);
			Mono<?> call = switch (operation) {
				case "fetch" -> client.fetch(SID);
				case "delete" -> client.delete(SID);
				case "list" -> client.list(ConversationFilter.all()).then();
				default -> client.page(ConversationFilter.all(), Paging.defaults());
			};
			call.block(LIMIT);
			assertThat(server.received()).hasSize(2);
		}
	}

	@Test
	void deletionTakesAnySuccess() {
		for (int status : new int[] { 200, 202, 204 }) {
			try (RecordingServer server = RecordingServer.answering(status, "")) {
				server.conversations().delete(SID).block(LIMIT);
				assertThat(server.received()).hasSize(1);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "409, 50353, ConflictException", "409, 50425, ConflictException", "400, 50425, TwilioApiException",
			"400, 50426, TwilioApiException", "409, 50437, ConflictException", "400, 50437, TwilioApiException",
			"409, 50438, ConflictException", "409, 50386, ConflictException", "400, 50386, TwilioApiException",
			"404, 20404, NotFoundException", "403, 20403, AuthenticationFailedException" })
	void errorHasItsTypeAndCode(int status, int code, String type) {
		String body = "{\"code\":" + code + ",\"message\":\"m " + SID + "\",\"status\":" + status + "}";
		try (RecordingServer server = RecordingServer.answering(status, body)) {
			TwilioApiException failure = failure(TwilioApiException.class,
					server.conversations().createWithParticipants(NEW, List.of(NewParticipant.chat("ada"))));
			assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
			assertThat(failure.status()).isEqualTo(status);
			assertThat(failure.code()).isEqualTo(code);
			assertThat(failure.isRetryable()).isFalse();
			assertThat(failure)
				.hasMessage("POST /v1/ConversationWithParticipants: " + status + ", code " + code + ": m " + SID);
			assertThat(server.received()).hasSize(1);
		}
	}

	@Test
	void conflictOfAUniqueNameNamesNoConversation() {
		try (RecordingServer server = RecordingServer.answering(409,
				"{\"code\":50353,\"message\":\"taken by " + SID + "\"}")) {
			ConflictException failure = failure(ConflictException.class, server.conversations().create(NEW));
			assertThat(failure.conversationSid()).isNull();
		}
	}

	@Test
	void errorOfAnOperationThatIsNoListHasNoCursor() {
		try (RecordingServer server = RecordingServer.answering(404, "{\"code\":20404}")) {
			NotFoundException failure = failure(NotFoundException.class, server.conversations().fetch("line-1"));
			assertThat(failure.resumeCursor()).isNull();
			assertThat(failure).hasMessage("GET /v1/Conversations/{ConversationSid}: 404, code 20404");
		}
	}

	/**
	 * Answers with one status after the other.
	 */
	private static RecordingServer answering(Integer... statuses) {
		Deque<Integer> left = new ArrayDeque<>(List.of(statuses));
		return RecordingServer.answering((request, response) -> {
			Map.of("Content-Type", "application/json", "Retry-After", "0").forEach(response::header);
			return response.status(left.remove())
				.sendString(Mono.just("{\"sid\":\"" + SID + "\",\"conversations\":[]}"));
		});
	}

	private static <T extends TwilioException> T failure(Class<T> type, Mono<?> operation) {
		return assertThatExceptionOfType(type).isThrownBy(() -> operation.block(LIMIT)).actual();
	}

	record Write(String name, Function<ConversationClient, Mono<Conversation>> call) {

		Mono<Conversation> send(RecordingServer server) {
			return this.call.apply(server.conversations(4));
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
