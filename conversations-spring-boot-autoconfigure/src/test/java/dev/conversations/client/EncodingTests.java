package dev.conversations.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values arrive byte for byte in the query, in the path and in the form.
 */
class EncodingTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final String CONVERSATION = "CH" + "0".repeat(32);

	static Stream<String> values() {
		return Stream.of("+375255555555", "whatsapp:+375255555555", "a&b=c", "50%", "%2B", "%252B", "a/b", "a?b", "a#b",
				"a;b", "a:b", "a@b.example", "a b", " leading", "\"quoted\"", "it's", "{braces}", "{0}", "[x]", "a\\b",
				"a|b", "a^b`c", "a,b", "a*b~c", "ünïcödé", "日本語", "😀", "a\u00a0b", "null", "a.b", "..a", "a+b c%20d");
	}

	@ParameterizedTest
	@MethodSource("values")
	void identityInQuery(String value) {
		try (RecordingServer server = emptyList()) {
			server.client().listConversations(ParticipantIdentifier.identity(value)).blockLast(LIMIT);
			assertThat(query(server.single().target(), "Identity")).isEqualTo(value);
		}
	}

	@ParameterizedTest
	@MethodSource("values")
	void addressInQuery(String value) {
		try (RecordingServer server = emptyList()) {
			server.client().listConversations(ParticipantIdentifier.address("x" + value)).blockLast(LIMIT);
			assertThat(query(server.single().target(), "Address")).isEqualTo("x" + value);
		}
	}

	@ParameterizedTest
	@MethodSource("values")
	void identityAndUniqueNameInPath(String value) {
		try (RecordingServer server = RecordingServer.answering(200, "{}")) {
			server.client().fetch("name " + value, value).block(LIMIT);
			String[] segments = server.single().target().split("/", -1);
			assertThat(segments).hasSize(6);
			assertThat(path(segments[3])).isEqualTo("name " + value);
			assertThat(path(segments[5])).isEqualTo(value);
		}
	}

	@ParameterizedTest
	@MethodSource("values")
	void identityInForm(String value) {
		try (RecordingServer server = RecordingServer.answering(201, "{}")) {
			server.client().create(CONVERSATION, NewParticipant.chat(value)).block(LIMIT);
			String body = server.single().body();
			assertThat(body).startsWith("Identity=");
			assertThat(decodeForm(body.substring("Identity=".length()))).isEqualTo(value);
		}
	}

	private static RecordingServer emptyList() {
		return RecordingServer.answering(200, "{\"conversations\":[],\"meta\":{}}");
	}

	private static String query(String target, String name) {
		String query = target.substring(target.indexOf('?') + 1);
		return Stream.of(query.split("&"))
			.filter((parameter) -> parameter.startsWith(name + "="))
			.map((parameter) -> decodeForm(parameter.substring(name.length() + 1)))
			.findFirst()
			.orElseThrow();
	}

	private static String decodeForm(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private static String path(String segment) {
		return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

}
