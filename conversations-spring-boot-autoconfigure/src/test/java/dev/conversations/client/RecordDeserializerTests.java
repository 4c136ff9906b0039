package dev.conversations.client;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Records are what databind would make of the same text, and what databind refuses is
 * refused for the same reason.
 */
class RecordDeserializerTests {

	private static final int PAGES = 5_000;

	private static void assertReadAlike(String text, Class<?> type) {
		assertThat(outcome(Json.MAPPER, text, type)).as(text).isEqualTo(outcome(PlainJson.MAPPER, text, type));
	}

	private static Object outcome(ObjectMapper mapper, String text, Class<?> type) {
		try {
			Object value = mapper.readValue(text, type);
			return (value instanceof ParticipantConversation conversation)
					? List.of(conversation, List.copyOf(conversation.links().keySet())) : value;
		}
		catch (JacksonException ex) {
			return ex.getClass();
		}
	}

	private static long refused(LongFunction<String> pages, Class<?> type) {
		return LongStream.range(0, PAGES)
			.mapToObj(pages)
			.peek((text) -> assertReadAlike(text, type))
			.filter((text) -> outcome(Json.MAPPER, text, type) instanceof Class)
			.count();
	}

	@Test
	void participantConversationsAreReadAlike() {
		assertThat(refused(RandomPages::participantConversation, ParticipantConversation.class)).isBetween(PAGES / 20L,
				PAGES / 2L);
	}

	@Test
	void participantsAreReadAlike() {
		assertThat(refused(RandomPages::participant, Participant.class)).isBetween(PAGES / 20L, PAGES / 2L);
	}

	@Test
	void conversationsAreReadAlike() {
		assertThat(refused(RandomPages::conversation, Conversation.class)).isBetween(PAGES / 20L, PAGES / 2L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"code\":20404,\"message\":\"Not found\",\"more_info\":\"https://x\",\"status\":404}",
			"{}", "{\"code\":\"20404\",\"message\":5,\"more_info\":null}", "{\"code\":null}", "{\"code\":1.5}",
			"{\"code\":\"x\"}", "{\"code\":99999999999}", "{\"code\":[1]}", "{\"message\":{}}", "[]", "null", "7",
			"{\"code\":1,\"code\":2}", "{\"errors\":[{\"code\":1}],\"code\":3}", "{\"code\":true}", "{} {}",
			"{\"code\":1" })
	void errorsAreReadAlike(String text) {
		assertReadAlike(text, ErrorBody.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, 499, 998, 999, 1_000, 2_000 })
	void unknownFieldWhenNestedIsReadAlike(int depth) {
		String nested = "{\"sid\":\"MB1\",\"deep\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
		assertReadAlike(nested, Participant.class);
		assertReadAlike(nested, ParticipantConversation.class);
	}

}
