package dev.conversations.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Creating a conversation together with its participants.
 */
class CreateWithParticipantsTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 10 })
	void participantsAreSentInTheirOrder(int number) {
		try (RecordingServer server = RecordingServer.answering(201, "{}")) {
			server.conversations().createWithParticipants(NewConversation.create(), chats(number)).block(LIMIT);
			assertThat(ReceivedForm.values(server.single().body(), "Participant")).containsExactlyElementsOf(
					IntStream.range(0, number).mapToObj((index) -> "{\"identity\":\"user" + index + "\"}").toList());
		}
	}

	static Stream<Arguments> refusals() {
		String number = "'participants' must be 1 to 10";
		String noNull = "'participants' must not contain null";
		return Stream.of(Arguments.of("'participants' must not be null", null),
				Arguments.of(number, Collections.emptyList()), Arguments.of(number, chats(11)),
				Arguments.of(noNull, Collections.singletonList(null)),
				Arguments.of(noNull, Arrays.asList(NewParticipant.chat("secret"), null)));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void numberOfParticipantsIsChecked(String message, Collection<NewParticipant> participants) {
		try (RecordingServer server = RecordingServer.answering(201, "{}")) {
			ConversationClient client = server.conversations();
			assertThatIllegalArgumentException()
				.isThrownBy(() -> client.createWithParticipants(NewConversation.create(), participants))
				.withMessage(message);
			assertThat(server.received()).isEmpty();
		}
	}

	@Test
	void participantsThatAreAddedLaterAreNotSent() {
		List<NewParticipant> participants = new ArrayList<>(chats(1));
		try (RecordingServer server = RecordingServer.answering(201, "{}")) {
			Mono<Conversation> creation = server.conversations()
				.createWithParticipants(NewConversation.create(), participants);
			participants.addAll(chats(10));
			creation.block(LIMIT);
			assertThat(ReceivedForm.values(server.single().body(), "Participant")).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "201, active", "202, initializing" })
	void answerTellsHowFarTwilioIs(int status, String state) {
		String body = RecordingServer.file("POST_ConversationWithParticipants_202.json").replace("initializing", state);
		try (RecordingServer server = RecordingServer.answering(status, body)) {
			Conversation created = server.conversations()
				.createWithParticipants(NewConversation.create(), chats(2))
				.block(LIMIT);
			assertThat(created.state()).isEqualTo(new ConversationState(state));
			assertThat(created.sid()).isEqualTo("CH" + "a".repeat(32));
		}
	}

	private static List<NewParticipant> chats(int number) {
		return IntStream.range(0, number).mapToObj((index) -> NewParticipant.chat("user" + index)).toList();
	}

}
