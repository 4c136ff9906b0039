package dev.conversations.client;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers become values, and none of their fields is lost.
 */
class DecodingTests {

	private static final JsonMapper PLAIN = JsonMapper.builder().build();

	@ParameterizedTest
	@CsvSource({ "GET_ParticipantConversations_200.json, /conversations/0, ParticipantConversation",
			"GET_ServiceParticipantConversations_200.json, /conversations/0, ParticipantConversation",
			"GET_Participants_200.json, /participants/0, Participant", "GET_Participant_200.json, '', Participant",
			"GET_ServiceParticipant_200.json, '', Participant", "GET_Conversation_200.json, '', Conversation",
			"GET_ServiceConversation_200.json, '', Conversation",
			"GET_Conversations_200.json, /conversations/0, Conversation",
			"GET_ServiceConversations_200.json, /conversations/0, Conversation",
			"POST_ConversationWithParticipants_202.json, '', Conversation",
			"POST_EmailConversation_201.json, '', Conversation" })
	void everyFieldOfTheExamplesHasItsComponent(String file, String pointer, String type) throws Exception {
		JsonNode example = PLAIN.readTree(RecordingServer.file(file)).at(pointer);
		Class<?> recordType = Class.forName("dev.conversations.client." + type);
		Object value = Json.read(new ByteArrayInputStream(PLAIN.writeValueAsBytes(example)), recordType);
		assertSame(example, value);
	}

	@Test
	void componentsAreTheFieldsOfTheExample() {
		JsonNode example = PLAIN.readTree(RecordingServer.file("GET_ParticipantConversations_200.json"))
			.at("/conversations/0");
		assertThat(components(ParticipantConversation.class)).isEqualTo(new TreeSet<>(example.propertyNames()));
	}

	@Test
	void componentsOfAConversationAreTheFieldsOfTheExample() {
		JsonNode example = PLAIN.readTree(RecordingServer.file("GET_Conversation_200.json"));
		assertThat(components(Conversation.class)).isEqualTo(new TreeSet<>(example.propertyNames()));
	}

	private static Set<String> components(Class<?> type) {
		return Arrays.stream(type.getRecordComponents())
			.map((component) -> snakeCase(component.getName()))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static void assertSame(JsonNode expected, Object actual) throws Exception {
		for (Map.Entry<String, JsonNode> field : expected.properties()) {
			RecordComponent component = Arrays.stream(actual.getClass().getRecordComponents())
				.filter((candidate) -> snakeCase(candidate.getName()).equals(field.getKey()))
				.findFirst()
				.orElseThrow(() -> new AssertionError("No component for " + field.getKey()));
			assertSame(field.getKey(), field.getValue(), component.getAccessor().invoke(actual));
		}
	}

	private static void assertSame(String name, JsonNode expected, Object actual) throws Exception {
		if (expected.isNull()) {
			assertThat(actual).as(name).isNull();
		}
		else if (actual instanceof Map<?, ?> links) {
			assertThat(PLAIN.valueToTree(links).equals(expected)).as(name).isTrue();
		}
		else if (expected.isObject()) {
			assertSame(expected, actual);
		}
		else if (actual instanceof Instant date) {
			assertThat(date).as(name).isEqualTo(OffsetDateTime.parse(expected.asString()).toInstant());
		}
		else {
			assertThat(actual).as(name).hasToString(expected.asString());
		}
	}

	private static String snakeCase(String name) {
		return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
	}

	@ParameterizedTest
	@CsvSource({ "2015-07-30T20:00:00Z, 2015-07-30T20:00:00Z", "2015-07-30T20:00:00.123Z, 2015-07-30T20:00:00.123Z",
			"2015-07-30T22:00:00+02:00, 2015-07-30T20:00:00Z", "2015-07-30T22:00:00+0200, 2015-07-30T20:00:00Z",
			"2015-07-30T20:00:00+00:00, 2015-07-30T20:00:00Z",
			"2015-07-30T14:30:00.000001-05:30, 2015-07-30T20:00:00.000001Z" })
	void datesWithAndWithoutFractionsAndOffsets(String text, Instant expected) {
		Participant participant = read("{\"date_created\":\"" + text + "\"}", Participant.class);
		assertThat(participant.dateCreated()).isEqualTo(expected);
	}

	@Test
	void absentAndNullFieldsAreNull() {
		ParticipantConversation absent = read("{}", ParticipantConversation.class);
		ParticipantConversation nulls = read("{\"conversation_state\":null,\"conversation_timers\":null,"
				+ "\"links\":null,\"conversation_date_created\":null}", ParticipantConversation.class);
		assertThat(nulls).isEqualTo(absent);
		assertThat(absent.links()).isEmpty();
		assertThat(absent.conversationState()).isNull();
	}

	@Test
	void emptyTimersAndNullLinksAreRead() {
		ParticipantConversation conversation = read(
				"{\"conversation_timers\":{},\"links\":{\"participant\":null,\"conversation\":\"u\"}}",
				ParticipantConversation.class);
		assertThat(conversation.conversationTimers()).isEqualTo(new ConversationTimers(null, null));
		assertThat(conversation.links()).containsExactly(Map.entry("conversation", "u"));
	}

	@Test
	void unknownFieldsAndStatesAreKeptOutOfTheWay() {
		ParticipantConversation conversation = read(
				"{\"conversation_state\":\"archived\",\"brand_new\":{\"deep\":[1]},\"conversation_sid\":\"CH1\"}",
				ParticipantConversation.class);
		assertThat(conversation.conversationState()).isEqualTo(new ConversationState("archived"));
		assertThat(conversation.conversationState().value()).isEqualTo("archived");
		assertThat(conversation.conversationSid()).isEqualTo("CH1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "inactive", "active", "closed", "initializing" })
	void knownStatesAreTheConstants(String text) {
		ParticipantConversation conversation = read("{\"conversation_state\":\"" + text + "\"}",
				ParticipantConversation.class);
		assertThat(Set.of(ConversationState.INACTIVE, ConversationState.ACTIVE, ConversationState.CLOSED,
				ConversationState.INITIALIZING))
			.contains(conversation.conversationState());
	}

	@Test
	void statesAreTextInTheJsonOfAnApplication() {
		assertThat(PLAIN.writeValueAsString(ConversationState.ACTIVE)).isEqualTo("\"active\"");
		assertThat(PLAIN.readValue("\"active\"", ConversationState.class)).isEqualTo(ConversationState.ACTIVE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "\"text\"", "5", "true", "{", "{\"a\":1} x", "<html></html>",
			"{\"date_created\":\"yesterday\"}", "{\"date_created\":{}}", "{\"date_created\":{\"sid\":\"MB1\"}}",
			"{\"date_created\":[]}", "{\"date_created\":5}", "{\"date_created\":true}", "{\"messaging_binding\":7}" })
	void readWhenTextIsNotTheObjectReturnsNull(String text) {
		assertThat(Json.read(stream(text), Participant.class)).isNull();
	}

	private static <T> T read(String text, Class<T> type) {
		T value = Json.read(stream(text), type);
		assertThat(value).isNotNull();
		return value;
	}

	private static InputStream stream(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

}
