package dev.conversations.client;

import java.io.InputStream;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads Twilio's JSON with a mapper of its own, which no setting of the application
 * changes.
 */
final class Json {

	static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.addModule(new SimpleModule()
			.addDeserializer(Participant.class, new RecordDeserializer<>(Participant.class, ParticipantFields::new))
			.addDeserializer(ParticipantConversation.class,
					new RecordDeserializer<>(ParticipantConversation.class, ParticipantConversationFields::new))
			.addDeserializer(Conversation.class, new RecordDeserializer<>(Conversation.class, ConversationFields::new))
			.addDeserializer(ErrorBody.class, new RecordDeserializer<>(ErrorBody.class, ErrorBodyFields::new))
			.addDeserializer(AccessToken.class, new RecordDeserializer<>(AccessToken.class, AccessTokenFields::new)))
		.build();

	private Json() {
	}

	/**
	 * Makes the readers of types and of what their fields hold. Otherwise the first
	 * answers would do so, and their event loops would wait for each other.
	 */
	static void prepare(List<Class<?>> types) {
		types.forEach(MAPPER::readerFor);
		List.of(JsonNode.class, String.class, Integer.class).forEach(MAPPER::readerFor);
	}

	/**
	 * Reads an object, and closes the text.
	 * @return the object, or {@code null} if the text is not a JSON object of this type
	 * or there is not enough memory for it
	 */
	static <T> @Nullable T read(InputStream text, Class<T> type) {
		try {
			return MAPPER.readValue(text, type);
		}
		catch (JacksonException | OutOfMemoryError | StackOverflowError ex) {
			return null;
		}
	}

	static String write(Object value) {
		return MAPPER.writeValueAsString(value);
	}

	static boolean isValid(String text) {
		try {
			return !MAPPER.readTree(text).isMissingNode();
		}
		catch (JacksonException ex) {
			return false;
		}
	}

}
