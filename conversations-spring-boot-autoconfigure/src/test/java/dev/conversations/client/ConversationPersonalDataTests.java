package dev.conversations.client;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Personal data of conversations and of the participants they are created with stays out
 * of messages and stack traces.
 */
class ConversationPersonalDataTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final String MARK = "mark";

	private static final String SECRET = MARK + " \"+375255555555\"\\x.example/ü";

	private static final JsonMapper PLAIN = JsonMapper.builder().build();

	private static Stream<Publisher<?>> operations(ConversationClient client) {
		return Stream.concat(operationsWithAnAnswer(client), Stream.of(client.delete(SECRET)));
	}

	private static Stream<Publisher<?>> operationsWithAnAnswer(ConversationClient client) {
		NewConversation conversation = NewConversation.create()
			.withFriendlyName(SECRET)
			.withUniqueName(SECRET)
			.withEmailBinding(SECRET, SECRET);
		ConversationUpdate update = ConversationUpdate.create().withUniqueName(SECRET).withFriendlyName(SECRET);
		ConversationFilter filter = ConversationFilter.all().withState(new ConversationState(SECRET));
		return Stream.of(client.create(conversation), client.createWithParticipants(conversation, participants()),
				client.awaitInitialized(SECRET), client.fetch(SECRET), client.update(SECRET, update),
				client.list(filter), client.listPages(filter, Paging.defaults()),
				client.page(filter, Paging.defaults()));
	}

	private static List<NewParticipant> participants() {
		return List.of(NewParticipant.chat(SECRET), NewParticipant.messaging(SECRET, SECRET + "2"),
				NewParticipant.groupMms(SECRET + "3"), NewParticipant.groupMmsChat(SECRET + "4", SECRET + "5"),
				NewParticipant.groupMmsProjected(SECRET).withAttributes("{\"a\":\"mark\"}"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 307, 400, 401, 404, 409, 429, 500, 503 })
	void errorsOfEveryOperationHideWhatTheServerRepeats(int status) {
		String message = PLAIN.writeValueAsString("No such thing: " + SECRET);
		try (RecordingServer server = RecordingServer.answering((request, response) -> response.status(status)
			.header("Content-Type", "application/json")
			.header("X-Echo", MARK)
			.sendString(Flux.just("{\"code\":50353,\"message\":" + message + "}")))) {
			operations(server.conversations()).forEach(ConversationPersonalDataTests::assertHidden);
		}
	}

	@Test
	void errorHidesTheJsonOfAParticipantThatTheServerRepeats() {
		for (NewParticipant participant : participants()) {
			String json = ParticipantJson.write(participant.form().values());
			assertEchoIsHidden(participant, "Participant " + json + " is invalid");
			assertEchoIsHidden(participant, "Participant " + json.substring(1, json.length() - 1) + " is invalid");
		}
	}

	private static void assertEchoIsHidden(NewParticipant participant, String message) {
		String body = "{\"code\":50407,\"message\":" + PLAIN.writeValueAsString(message) + "}";
		try (RecordingServer server = RecordingServer.answering(400, body)) {
			Mono<Conversation> creation = server.conversations()
				.createWithParticipants(NewConversation.create(), List.of(participant));
			assertHidden(creation);
			assertThat(catchThrowable(() -> creation.block(LIMIT))).hasMessageContaining("Participant ")
				.hasMessageEndingWith(" is invalid");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "mark", "{\"mark\":", "{\"date_created\":\"mark\",\"conversations\":[\"mark\"]}" })
	void errorsOfUnreadableAnswersHideThem(String body) {
		try (RecordingServer server = RecordingServer.answering(200, body)) {
			operationsWithAnAnswer(server.conversations()).forEach(ConversationPersonalDataTests::assertHidden);
		}
	}

	@Test
	void errorOfALateFailureHidesTheName() {
		try (RecordingServer server = RecordingServer.answering(200,
				"{\"state\":\"closed\",\"unique_name\":\"mark\",\"friendly_name\":\"mark\"}")) {
			Throwable failure = catchThrowable(() -> server.conversations().awaitInitialized(SECRET).block(LIMIT));
			assertThat(failure).isInstanceOf(InitializationException.class);
			assertHidden(server.conversations().awaitInitialized(SECRET));
		}
	}

	private static void assertHidden(Publisher<?> operation) {
		Throwable failure = catchThrowable(() -> Flux.from(operation).blockLast(LIMIT));
		assertThat(failure).isInstanceOf(TwilioException.class);
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		assertThat(trace.toString()).doesNotContain(MARK, "375255555555", "password-4711", "Basic ");
	}

}
