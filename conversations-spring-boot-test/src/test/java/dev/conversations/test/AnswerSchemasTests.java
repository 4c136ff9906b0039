package dev.conversations.test;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AnswerSchemas}: what they let pass and what not.
 */
class AnswerSchemasTests {

	private static final String ERROR = """
			{"code":20404,"message":"m","more_info":"https://www.twilio.com/docs/errors/20404","status":404}""";

	@Test
	void errorWhenCompleteIsValid() {
		assertThat(AnswerSchemas.check("error", ERROR)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"code\":20404}", "{\"extra\":1," })
	void errorWhenChangedIsInvalid(String start) {
		String changed = start.endsWith(",") ? start + ERROR.substring(1) : start;
		assertThat(AnswerSchemas.check("error", changed)).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain_participants", "service_participants", "participant_conversations",
			"plain_participant", "service_participant", "plain_conversations", "service_conversations",
			"plain_conversation", "service_conversation" })
	void answerWhenEmptyObjectIsInvalid(String schema) {
		assertThat(AnswerSchemas.check(schema, "{}")).isNotEmpty();
	}

}
