package dev.conversations.client;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads Twilio's JSON with a mapper of its own, which no setting of the application
 * changes.
 */
final class Json {

	private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
		.append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
		.appendPattern("[XXXXX][XXXX][X]")
		.toFormatter();

	static final JsonMapper MAPPER = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.addModule(new SimpleModule().addDeserializer(Instant.class, new InstantDeserializer()))
		.build();

	private static final List<Class<?>> ANSWERS = List.of(Participant.class, ListBody.Participants.class,
			ListBody.Conversations.class, ErrorBody.class, AccessToken.Body.class, JsonNode.class);

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
	 * Reads an object.
	 * @return the object, or {@code null} if the text is not a JSON object of this type
	 */
	static <T> @Nullable T read(byte[] text, Class<T> type) {
		try {
			return MAPPER.readValue(text, type);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Whether a text is a JSON object in which there is no such array.
	 */
	static boolean isObjectWithoutList(byte[] text, String key) {
		JsonNode object = read(text, JsonNode.class);
		return object != null && object.isObject() && !object.path(key).isArray();
	}

	static boolean isValid(String text) {
		try {
			return !MAPPER.readTree(text).isMissingNode();
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	/**
	 * Reads dates with and without fractions, with {@code Z} and with offsets.
	 */
	private static final class InstantDeserializer extends StdScalarDeserializer<Instant> {

		InstantDeserializer() {
			super(Instant.class);
		}

		@Override
		public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
			if (!parser.hasToken(JsonToken.VALUE_STRING)) {
				return (Instant) context.handleUnexpectedToken(Instant.class, parser);
			}
			String text = parser.getString();
			if (text.isEmpty()) {
				return null;
			}
			try {
				return OffsetDateTime.parse(text, DATE).toInstant();
			}
			catch (RuntimeException ex) {
				return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a date with an offset");
			}
		}

	}

}
