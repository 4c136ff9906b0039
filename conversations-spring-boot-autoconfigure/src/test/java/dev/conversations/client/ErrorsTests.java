package dev.conversations.client;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.tcp.TcpServer;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What went wrong becomes the right error, with what it tells.
 */
class ErrorsTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final String CONVERSATION = "CH" + "0".repeat(32);

	private static final String SID = "MB" + "0".repeat(32);

	@ParameterizedTest
	@CsvSource({ "400, TwilioApiException", "401, AuthenticationFailedException", "403, AuthenticationFailedException",
			"404, NotFoundException", "405, TwilioApiException", "409, ConflictException", "418, TwilioApiException",
			"429, RateLimitedException", "500, TwilioApiException", "503, TwilioApiException",
			"301, TwilioApiException", "307, TwilioApiException", "304, TwilioApiException" })
	void statusDecidesTheType(int status, String type) {
		String body = (status != 304) ? "{\"code\":12345,\"message\":\"m\",\"status\":" + status + "}" : "";
		try (RecordingServer server = RecordingServer.answering(status, body, Map.of("Location", "/elsewhere"))) {
			TwilioApiException error = errorOf(TwilioApiException.class, server.client().fetch(CONVERSATION, SID));
			assertThat(error.getClass().getSimpleName()).isEqualTo(type);
			assertThat(error.status()).isEqualTo(status);
			assertThat(server.received()).hasSize(1);
		}
	}

	@Test
	void errorTellsWhatTheAnswerTells() {
		String body = "{\"code\":20404,\"message\":\"The requested resource /Conversations/" + CONVERSATION
				+ "/Participants/" + SID + " was not found\","
				+ "\"more_info\":\"https://www.twilio.com/docs/errors/20404\",\"status\":404}";
		try (RecordingServer server = RecordingServer.answering(404, body, Map.of("Twilio-Request-Id", "RQ1"))) {
			NotFoundException error = errorOf(NotFoundException.class, server.client().fetch(CONVERSATION, SID));
			assertThat(error.code()).isEqualTo(20404);
			assertThat(error.moreInfo()).isEqualTo(URI.create("https://www.twilio.com/docs/errors/20404"));
			assertThat(error.requestId()).isEqualTo("RQ1");
			assertThat(error.resumeCursor()).isNull();
			assertThat(error).hasMessage(
					"GET /v1/Conversations/{ConversationSid}/Participants/{Sid}: 404, code 20404: The requested "
							+ "resource /Conversations/" + CONVERSATION + "/Participants/" + SID + " was not found");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>Bad Gateway</html>", "[]", "null", "{\"code\":{}}" })
	void errorWhenBodyIsNotTwiliosHasStatusOnly(String body) {
		try (RecordingServer server = RecordingServer.answering(502, body)) {
			TwilioApiException error = errorOf(TwilioApiException.class, server.client().delete(CONVERSATION, SID));
			assertThat(error.status()).isEqualTo(502);
			assertThat(error.code()).isNull();
			assertThat(error.moreInfo()).isNull();
			assertThat(error).hasMessage("DELETE /v1/Conversations/{ConversationSid}/Participants/{Sid}: 502");
		}
	}

	@ParameterizedTest
	@CsvSource({ "429, html", "503, text/html; charset=none", "404, /" })
	void errorWhenContentTypeIsMalformedHasItsStatus(int status, String contentType) {
		try (RecordingServer server = RecordingServer.answering((request, response) -> response.status(status)
			.header("Content-Type", contentType)
			.sendString(Mono.just("<html>")))) {
			TwilioApiException error = errorOf(TwilioApiException.class, server.client().fetch(CONVERSATION, SID));
			assertThat(error.status()).isEqualTo(status);
		}
	}

	@Test
	void conflictWhenBindingIsInUseNamesTheConversation() {
		String holder = "CH" + "b".repeat(32);
		String body = "{\"code\":50416,\"message\":\"A binding for this participant and proxy address already exists "
				+ "in Conversation " + holder + "\"}";
		try (RecordingServer server = RecordingServer.answering(409, body)) {
			ConflictException error = errorOf(ConflictException.class,
					server.client().create(CONVERSATION, NewParticipant.messaging("+15550001", "+15550002")));
			assertThat(error.conversationSid()).isEqualTo(holder);
		}
	}

	@Test
	void conflictWhenIdentityIsThereNamesNoConversation() {
		try (RecordingServer server = RecordingServer.answering(409,
				"{\"code\":50433,\"message\":\"" + CONVERSATION + "\"}")) {
			ConflictException error = errorOf(ConflictException.class,
					server.client().create(CONVERSATION, NewParticipant.chat("ada")));
			assertThat(error.conversationSid()).isNull();
		}
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "3, 3", "0, 0", "7, 7", "-1, -", "1.5, -", "soon, -", "'', -",
			"'Thu, 01 Jan 1970 00:00:00 GMT', 0", "99999999999999999999, 2147483648" })
	void rateLimitTellsHowLongToWait(String header, Long seconds) {
		try (RecordingServer server = RecordingServer.answering(429, "{\"code\":20429}",
				Map.of("Retry-After", header))) {
			RateLimitedException error = errorOf(RateLimitedException.class, server.client().fetch(CONVERSATION, SID));
			assertThat(error.retryAfter()).isEqualTo((seconds != null) ? Duration.ofSeconds(seconds) : null);
		}
	}

	@ParameterizedTest
	@CsvSource({ "429, true, true", "500, true, false", "502, true, false", "503, true, false", "504, true, false",
			"501, false, false", "400, false, false", "404, false, false", "409, false, false", "307, false, false" })
	void retryableByStatusAndMethod(int status, boolean get, boolean post) {
		try (RecordingServer server = RecordingServer.answering(status, "")) {
			ParticipantClient client = server.client();
			assertThat(errorOf(TwilioException.class, client.fetch(CONVERSATION, SID)).isRetryable()).isEqualTo(get);
			assertThat(errorOf(TwilioException.class, client.delete(CONVERSATION, SID)).isRetryable()).isEqualTo(get);
			assertThat(errorOf(TwilioException.class, client.update(CONVERSATION, SID, ParticipantUpdate.create()))
				.isRetryable()).isEqualTo(post);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "\"text\"", "{", "{} {}", "<html></html>" })
	void successWithoutAnObjectIsAConnectionError(String body) {
		try (RecordingServer server = RecordingServer.answering(200, body)) {
			TwilioConnectionException error = errorOf(TwilioConnectionException.class,
					server.client().fetch(CONVERSATION, SID));
			assertThat(error.isRetryable()).isFalse();
			assertThat(error)
				.hasMessageStartingWith("GET /v1/Conversations/{ConversationSid}/Participants/{Sid}: the answer ");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 202, 204 })
	void deleteTakesAnySuccess(int status) {
		try (RecordingServer server = RecordingServer.answering(status, "")) {
			server.client().delete(CONVERSATION, SID).block(LIMIT);
			assertThat(server.single().method()).isEqualTo("DELETE");
		}
	}

	@Test
	void refusedConnectionIsRetryableForEveryMethod() {
		RecordingServer server = RecordingServer.answering(200, "{}");
		server.close();
		for (Mono<?> operation : operations(server.client()).toList()) {
			assertThat(errorOf(TwilioConnectionException.class, operation).isRetryable()).isTrue();
		}
	}

	@Test
	void resetIsRetryableForIdempotentMethodsOnly() {
		DisposableServer server = TcpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((in, out) -> in.receive().take(1).then())
			.bindNow();
		try {
			ParticipantClient client = TestClients.create(WebClient.builder(),
					TransportSettings.of(URI.create("http://127.0.0.1:" + server.port())));
			assertThat(operations(client).map((call) -> errorOf(TwilioConnectionException.class, call).isRetryable()))
				.containsExactly(true, true, false, false);
		}
		finally {
			server.disposeNow();
		}
	}

	@Test
	void timeOutCoversTheBody() {
		try (RecordingServer server = RecordingServer
			.answering((request, response) -> response.header("Content-Type", "application/json")
				.sendString(Flux.just("{").concatWith(Flux.never())))) {
			ParticipantClient client = TestClients.create(WebClient.builder(),
					server.settings().withLimits(LimitSettings.defaults().withResponseTimeout(Duration.ofMillis(200))));
			TwilioConnectionException error = errorOf(TwilioConnectionException.class, client.fetch(CONVERSATION, SID));
			assertThat(error).hasMessageEndingWith("the answer took too long");
			assertThat(error.isRetryable()).isTrue();
		}
	}

	/**
	 * Time-outs are per attempt, so that a slow consumer is no error.
	 */
	@Test
	void timeOutIsNotForTheGapBetweenElements() {
		try (RecordingServer server = RecordingServer.answering((request, response) -> response.sendString(
				Mono.just(twoRecords(request.uri().contains("Page=1") ? "null" : "\"?PageSize=100&Page=1\""))))) {
			ParticipantClient client = TestClients.create(WebClient.builder(),
					server.settings().withLimits(LimitSettings.defaults().withResponseTimeout(Duration.ofMillis(300))));
			assertThat(client.list(CONVERSATION)
				.concatMap((participant) -> Mono.delay(Duration.ofMillis(350)), 1)
				.collectList()
				.block(LIMIT)).hasSize(4);
		}
	}

	private static String twoRecords(String nextPageUrl) {
		return "{\"participants\":[{\"sid\":\"MB1\"},{\"sid\":\"MB2\"}],\"meta\":{\"next_page_url\":" + nextPageUrl
				+ "}}";
	}

	@Test
	void answerOverTheLimitIsAConnectionError() {
		try (RecordingServer server = RecordingServer.answering(200, "{\"attributes\":\"" + "x".repeat(2000) + "\"}")) {
			ParticipantClient client = TestClients.create(WebClient.builder(),
					server.settings().withLimits(LimitSettings.defaults().withMaxInMemorySize(1000)));
			TwilioConnectionException error = errorOf(TwilioConnectionException.class, client.fetch(CONVERSATION, SID));
			assertThat(error).hasMessageEndingWith("the answer is too large");
			assertThat(error.isRetryable()).isFalse();
		}
	}

	static Stream<Mono<?>> operations(ParticipantClient client) {
		return Stream.of(client.fetch(CONVERSATION, SID), client.delete(CONVERSATION, SID),
				client.create(CONVERSATION, NewParticipant.chat("ada")),
				client.update(CONVERSATION, SID, ParticipantUpdate.create()));
	}

	@ParameterizedTest
	@MethodSource("listErrors")
	void listErrorRestartsWhereTheFirstPageFailed(int status, String body, Class<? extends TwilioException> type) {
		try (RecordingServer server = RecordingServer.answering(status, body)) {
			ParticipantClient client = server.client();
			TwilioException error = errorOf(type, client.list(CONVERSATION).then());
			assertThat(error.resumeCursor()).isNotNull();
			errorOf(type, client.list(CONVERSATION, Paging.defaults().startingAt(error.resumeCursor())).then());
			assertThat(server.received()).extracting(RecordingServer.Received::target)
				.containsExactly("/v1/Conversations/" + CONVERSATION + "/Participants?PageSize=100",
						"/v1/Conversations/" + CONVERSATION + "/Participants?PageSize=100");
		}
	}

	static Stream<Object[]> listErrors() {
		return Stream.of(new Object[] { 500, "", TwilioApiException.class },
				new Object[] { 401, "", AuthenticationFailedException.class },
				new Object[] { 200, "", TwilioConnectionException.class },
				new Object[] { 200, "[]", TwilioConnectionException.class },
				new Object[] { 200, "{\"participants\":[null]}", TwilioConnectionException.class },
				new Object[] { 200, "{}", PagingException.class },
				new Object[] { 200, "{\"participants\":null}", PagingException.class },
				new Object[] { 200, "{\"participants\":{}}", PagingException.class },
				new Object[] { 200, "{\"conversations\":[]}", PagingException.class });
	}

	private static <T extends TwilioException> T errorOf(Class<T> type, Mono<?> operation) {
		return assertThatExceptionOfType(type).isThrownBy(() -> operation.block(LIMIT)).actual();
	}

}
