package dev.conversations.client;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Databind without any reader of this library but one for dates, which defines what the
 * readers have to do.
 */
final class PlainJson {

	static final JsonMapper MAPPER = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.addModule(new SimpleModule().addDeserializer(Instant.class, new FormatterDeserializer()))
		.build();

	private PlainJson() {
	}

	private static final class FormatterDeserializer extends StdScalarDeserializer<Instant> {

		private static final DateTimeFormatter FORMATTER = new DateTimeFormatterBuilder()
			.append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
			.appendPattern("[XXXXX][XXXX][X]")
			.toFormatter();

		FormatterDeserializer() {
			super(Instant.class);
		}

		@Override
		public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
			if (!parser.hasToken(JsonToken.VALUE_STRING)) {
				return (Instant) context.handleUnexpectedToken(Instant.class, parser);
			}
			String text = parser.getString();
			try {
				return text.isEmpty() ? null : OffsetDateTime.parse(text, FORMATTER).toInstant();
			}
			catch (RuntimeException ex) {
				return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a date with an offset");
			}
		}

	}

}
