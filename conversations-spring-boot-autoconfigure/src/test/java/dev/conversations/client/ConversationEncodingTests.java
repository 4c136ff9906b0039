package dev.conversations.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values of a conversation and of its participants arrive character for character in the
 * form, in the JSON of a participant and in the path.
 */
class ConversationEncodingTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final JsonMapper PLAIN = JsonMapper.builder().build();

	static Stream<String> values() {
		return Stream.concat(EncodingTests.values(), Stream.of("line\nbreak", "tab\there", "\u0001\u001f",
				"a\u2028b\u2029c", "back\\slash\"quote", "</script>", "{\"identity\":\"other\"}", "a&Participant=b"));
	}

	@ParameterizedTest
	@MethodSource("values")
	void namesInForm(String value) {
		try (RecordingServer server = RecordingServer.answering(201, "{}")) {
			NewConversation conversation = NewConversation.create()
				.withFriendlyName(value)
				.withUniqueName("x" + value)
				.withEmailBinding("y" + value, "z" + value);
			server.conversations().create(conversation).block(LIMIT);
			String body = server.single().body();
			assertThat(ReceivedForm.values(body, "FriendlyName")).containsExactly(value);
			assertThat(ReceivedForm.values(body, "UniqueName")).containsExactly("x" + value);
			assertThat(ReceivedForm.values(body, "Bindings.Email.Address")).containsExactly("y" + value);
			assertThat(ReceivedForm.values(body, "Bindings.Email.Name")).containsExactly("z" + value);
			assertThat(ReceivedForm.values(body, "Participant")).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("values")
	void uniqueNameInPath(String value) {
		try (RecordingServer server = RecordingServer.answering(200, "{}")) {
			server.conversations().update("name " + value, ConversationUpdate.create()).block(LIMIT);
			String[] segments = server.single().target().split("/", -1);
			assertThat(segments).hasSize(4);
			assertThat(URLDecoder.decode(segments[3].replace("+", "%2B"), StandardCharsets.UTF_8))
				.isEqualTo("name " + value);
		}
	}

	@ParameterizedTest
	@MethodSource("values")
	void identityAndAttributesInTheJsonOfAParticipant(String value) {
		String attributes = PLAIN.writeValueAsString(value);
		NewParticipant participant = NewParticipant.chat(value).withAttributes(attributes);
		try (RecordingServer server = RecordingServer.answering(201, "{}")) {
			server.conversations()
				.createWithParticipants(NewConversation.create(), Stream.of(participant).toList())
				.block(LIMIT);
			JsonNode json = PLAIN.readTree(ReceivedForm.values(server.single().body(), "Participant").get(0));
			assertThat(json.propertyNames()).containsExactlyInAnyOrder("identity", "attributes");
			assertThat(json.get("identity").asString()).isEqualTo(value);
			assertThat(PLAIN.readTree(json.get("attributes").asString()).asString()).isEqualTo(value);
		}
	}

}
