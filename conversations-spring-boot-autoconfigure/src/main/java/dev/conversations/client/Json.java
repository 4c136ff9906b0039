package dev.conversations.client;

import java.io.InputStream;
import java.util.List;

import dev.conversations.client.ListBody.Content;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads Twilio's JSON with a mapper of its own, which no setting of the application
 * changes.
 */
final class Json {

	static final JsonMapper MAPPER = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.addModule(new SimpleModule()
			.addDeserializer(Participant.class, new RecordDeserializer<>(Participant.class, ParticipantFields::new))
			.addDeserializer(ParticipantConversation.class,
					new RecordDeserializer<>(ParticipantConversation.class, ParticipantConversationFields::new))
			.addDeserializer(Conversation.class, new RecordDeserializer<>(Conversation.class, ConversationFields::new)))
		.build();

	private static final List<Class<?>> ANSWERS = List.of(Participant.class, ParticipantConversation.class,
			Conversation.class, ErrorAnswer.Body.class, AccessToken.Body.class, JsonNode.class);

	private Json() {
	}

	/**
	 * Makes the readers of all answers. Otherwise the first answers would do so, and
	 * their event loops would wait for each other.
	 */
	static void prepare() {
		ANSWERS.forEach(MAPPER::readerFor);
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

	/**
	 * Reads the body of a page, and closes it. Whatever is wrong with the body is told by
	 * the result.
	 * @param maxRecords how many records the page may have
	 */
	static <T> ListBody<T> read(InputStream text, ListType<T> type, int maxRecords) {
		try (JsonParser parser = MAPPER.createParser(text)) {
			return new ListReader<>(parser, type, maxRecords).read();
		}
		catch (JacksonException | StackOverflowError ex) {
			return ListBody.without(Content.UNREADABLE);
		}
		catch (OutOfMemoryError ex) {
			return ListBody.without(Content.OUT_OF_MEMORY);
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
