package dev.conversations.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Adding a participant that may be there already, or whose addition may have been carried
 * out though its answer was lost.
 */
class CreateIfAbsentTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final String CONVERSATION = "CH" + "0".repeat(32);

	private static final String OTHER = "CH" + "1".repeat(32);

	private static final String ADA = "{\"sid\":\"MBada\",\"identity\":\"ada\"}";

	private static final String BOUND = "{\"sid\":\"MBbound\",\"messaging_binding\":"
			+ "{\"address\":\"+15550001\",\"proxy_address\":\"+15550002\"}}";

	private static final NewParticipant CHAT = NewParticipant.chat("ada");

	private static final NewParticipant MESSAGING = NewParticipant.messaging("+15550001", "+15550002");

	private final Deque<Answer> answers = new ArrayDeque<>();

	private RecordingServer server() {
		return RecordingServer.answering((request, response) -> {
			Answer answer = this.answers.remove();
			return response.status(answer.status()).sendString(Mono.just(answer.body()));
		});
	}

	private static Mono<Participant> createIfAbsent(RecordingServer server, NewParticipant participant) {
		return TestClients.create(WebClient.builder(), server.settings().withRetry(RecordingServer.attempts(4)))
			.createIfAbsent(CONVERSATION, participant);
	}

	private void answer(int status, String body) {
		this.answers.add(new Answer(status, body));
	}

	private static List<String> sent(RecordingServer server) {
		return server.received()
			.stream()
			.map((received) -> received.method() + " "
					+ received.target().substring(("/v1/Conversations/" + CONVERSATION + "/Participants").length()))
			.toList();
	}

	@Test
	void absentParticipantIsCreated() {
		answer(201, ADA);
		try (RecordingServer server = server()) {
			assertThat(createIfAbsent(server, CHAT).block(LIMIT).sid()).isEqualTo("MBada");
			assertThat(sent(server)).containsExactly("POST ");
		}
	}

	@Test
	void chatParticipantThatIsThereIsFetchedByIdentity() {
		answer(409, "{\"code\":50433}");
		answer(200, ADA);
		try (RecordingServer server = server()) {
			assertThat(createIfAbsent(server, CHAT).block(LIMIT).sid()).isEqualTo("MBada");
			assertThat(sent(server)).containsExactly("POST ", "GET /ada");
		}
	}

	@Test
	void messagingParticipantThatIsThereIsFoundByItsBinding() {
		answer(409, "{\"code\":50416,\"message\":\"already exists in Conversation " + CONVERSATION + "\"}");
		answer(200, "{\"participants\":[" + ADA + "," + BOUND + "]}");
		try (RecordingServer server = server()) {
			assertThat(createIfAbsent(server, MESSAGING).block(LIMIT).sid()).isEqualTo("MBbound");
			assertThat(sent(server)).containsExactly("POST ", "GET ?PageSize=100");
		}
	}

	/**
	 * The status of this error is not documented.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 400, 409 })
	void groupParticipantThatIsThereIsFound(int status) {
		NewParticipant member = NewParticipant.groupMms("+15550001");
		answer(status, "{\"code\":50437}");
		answer(200, "{\"participants\":[" + BOUND + ",{\"sid\":\"MBgroup\",\"messaging_binding\":"
				+ "{\"type\":\"sms\",\"address\":\"+15550001\"}}]}");
		try (RecordingServer server = server()) {
			assertThat(createIfAbsent(server, member).block(LIMIT).sid()).isEqualTo("MBgroup");
			assertThat(sent(server)).containsExactly("POST ", "GET ?PageSize=100");
		}
	}

	@Test
	void groupParticipantWithAnIdentityThatIsThereIsFetched() {
		answer(400, "{\"code\":50437}");
		answer(200, ADA);
		try (RecordingServer server = server()) {
			Participant found = createIfAbsent(server, NewParticipant.groupMmsChat("ada", "+15550003")).block(LIMIT);
			assertThat(found.sid()).isEqualTo("MBada");
			assertThat(sent(server)).containsExactly("POST ", "GET /ada");
		}
	}

	@Test
	void groupParticipantThatIsNotFoundAfterAllStaysAnError() {
		answer(400, "{\"code\":50437}");
		answer(200, "{\"participants\":[]}");
		try (RecordingServer server = server()) {
			assertThatExceptionOfType(TwilioApiException.class)
				.isThrownBy(() -> createIfAbsent(server, NewParticipant.groupMms("+15550001")).block(LIMIT))
				.satisfies((failure) -> assertThat(failure.code()).isEqualTo(50437));
		}
	}

	@Test
	void bindingThatAnotherConversationHoldsStaysAConflict() {
		answer(409, "{\"code\":50416,\"message\":\"already exists in Conversation " + OTHER + "\"}");
		answer(200, "{\"participants\":[" + ADA + "]}");
		try (RecordingServer server = server()) {
			ConflictException conflict = assertThatExceptionOfType(ConflictException.class)
				.isThrownBy(() -> createIfAbsent(server, MESSAGING).block(LIMIT))
				.actual();
			assertThat(conflict.conversationSid()).isEqualTo(OTHER);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504 })
	void participantWhoseAnswerWasLostIsFound(int status) {
		answer(status, "");
		answer(200, ADA);
		try (RecordingServer server = server()) {
			assertThat(createIfAbsent(server, CHAT).block(LIMIT).sid()).isEqualTo("MBada");
			assertThat(sent(server)).containsExactly("POST ", "GET /ada");
		}
	}

	@Test
	void lookThatFailsTellsWhatItWasFor() {
		answer(503, "");
		answer(400, "");
		try (RecordingServer server = server()) {
			TwilioApiException failure = assertThatExceptionOfType(TwilioApiException.class)
				.isThrownBy(() -> createIfAbsent(server, CHAT).block(LIMIT))
				.actual();
			assertThat(failure.status()).isEqualTo(400);
			assertThat(failure.getSuppressed()).filteredOn(TwilioApiException.class::isInstance)
				.singleElement()
				.extracting("status")
				.isEqualTo(503);
		}
	}

	/**
	 * The cursor of a list that the caller has not asked for could be used nowhere.
	 */
	@ParameterizedTest
	@CsvSource({ "400, '{}'", "200, '{}'",
			"200, '{\"participants\":[],\"meta\":{\"next_page_url\":\"https://example.com/\"}}'" })
	void lookThroughTheListThatFailsHasNoCursor(int status, String body) {
		answer(409, "{\"code\":50416}");
		answer(status, body);
		try (RecordingServer server = server()) {
			assertThatExceptionOfType(TwilioException.class)
				.isThrownBy(() -> createIfAbsent(server, MESSAGING).block(LIMIT))
				.satisfies((failure) -> assertThat(failure.resumeCursor()).isNull());
			assertThat(sent(server)).containsExactly("POST ", "GET ?PageSize=100");
		}
	}

	@Test
	void participantThatWasNotCreatedAfterAllIsCreatedAgain() {
		answer(503, "");
		answer(404, "");
		answer(201, ADA);
		try (RecordingServer server = server()) {
			assertThat(createIfAbsent(server, CHAT).block(LIMIT).sid()).isEqualTo("MBada");
			assertThat(sent(server)).containsExactly("POST ", "GET /ada", "POST ");
		}
	}

	@Test
	void attemptsAreLimited() {
		for (int i = 0; i < 4; i++) {
			answer(503, "");
			answer(404, "");
		}
		try (RecordingServer server = server()) {
			assertThatExceptionOfType(TwilioApiException.class)
				.isThrownBy(() -> createIfAbsent(server, CHAT).block(LIMIT))
				.satisfies((failure) -> assertThat(failure.status()).isEqualTo(503));
			assertThat(sent(server)).hasSize(8);
		}
	}

	@Test
	void definiteErrorIsFinal() {
		answer(400, "{\"code\":50407}");
		try (RecordingServer server = server()) {
			assertThatExceptionOfType(TwilioApiException.class)
				.isThrownBy(() -> createIfAbsent(server, MESSAGING).block(LIMIT));
			assertThat(sent(server)).containsExactly("POST ");
		}
	}

	@Test
	void identityThatLooksLikeASidIsSearchedInTheList() {
		String identity = "MB" + "f".repeat(32);
		answer(409, "{\"code\":50433}");
		answer(200, "{\"participants\":[{\"sid\":\"" + identity
				+ "\",\"identity\":\"x\"},{\"sid\":\"MB2\",\"identity\":\"" + identity + "\"}]}");
		try (RecordingServer server = server()) {
			Participant found = createIfAbsent(server, NewParticipant.chat(identity)).block(LIMIT);
			assertThat(found.sid()).isEqualTo("MB2");
		}
	}

	private record Answer(int status, String body) {

	}

}
