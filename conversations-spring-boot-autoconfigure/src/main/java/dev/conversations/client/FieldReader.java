package dev.conversations.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;

/**
 * Reads the value that the parser stands at. A value of an unexpected type is converted
 * or refused as databind does.
 */
final class FieldReader {

	private final JsonParser parser;

	private final DeserializationContext context;

	private final @Nullable SharedTexts sharedTexts;

	FieldReader(JsonParser parser, DeserializationContext context) {
		this.parser = parser;
		this.context = context;
		this.sharedTexts = (SharedTexts) context.getAttribute(SharedTexts.class);
	}

	@Nullable String text() {
		return isText() ? this.parser.getString() : scalar(String.class);
	}

	/**
	 * Reads a text that other records of the page are likely to have as well.
	 */
	@Nullable String sharedText() {
		if (this.sharedTexts == null || !isText()) {
			return text();
		}
		return this.sharedTexts.get(this.parser.getStringCharacters(), this.parser.getStringOffset(),
				this.parser.getStringLength());
	}

	@Nullable Integer integer() {
		return scalar(Integer.class);
	}

	/**
	 * Reads a number or its text. Databind would take a lock for it each time.
	 */
	@Nullable Double decimal() {
		if (isNull()) {
			return null;
		}
		double value = this.parser.getValueAsDouble(Double.NaN);
		return Double.isNaN(value) ? refuse(Double.class) : Double.valueOf(value);
	}

	@Nullable ConversationState state() {
		if (isText()) {
			return ConversationState.of(this.parser.getString());
		}
		return isNull() ? null : refuse(ConversationState.class);
	}

	@Nullable Instant date() {
		if (!isText()) {
			return isNull() ? null : refuse(Instant.class);
		}
		int length = this.parser.getStringLength();
		try {
			return (length > 0) ? Dates.parse(this.parser.getStringCharacters(), this.parser.getStringOffset(), length)
					: null;
		}
		catch (DateTimeException ex) {
			return (Instant) this.context.handleWeirdStringValue(Instant.class, this.parser.getString(),
					"not a date with an offset");
		}
	}

	/**
	 * Reads links by name. None are the same as no field.
	 */
	Map<String, String> links() {
		if (isNull()) {
			return Map.of();
		}
		if (!this.parser.isExpectedStartObjectToken()) {
			refuse(Map.class);
		}
		Links.Builder links = new Links.Builder();
		for (String name = this.parser.nextName(); name != null; name = this.parser.nextName()) {
			this.parser.nextToken();
			links.add(name, text());
		}
		return links.build();
	}

	/**
	 * Reads an object field by field. Of fields with the same name the last counts.
	 */
	<T> @Nullable T object(Class<T> type, Supplier<? extends RecordFields<T>> fields) {
		if (!this.parser.isExpectedStartObjectToken()) {
			return isNull() ? null : refuse(type);
		}
		RecordFields<T> read = fields.get();
		for (String name = this.parser.nextName(); name != null; name = this.parser.nextName()) {
			this.parser.nextToken();
			read.read(name, this);
		}
		return read.toRecord();
	}

	void skip() {
		this.parser.skipChildren();
	}

	private boolean isText() {
		return this.parser.hasToken(JsonToken.VALUE_STRING);
	}

	private boolean isNull() {
		return this.parser.hasToken(JsonToken.VALUE_NULL);
	}

	private <T> @Nullable T scalar(Class<T> type) {
		return isNull() ? null : this.context.readValue(this.parser, type);
	}

	@SuppressWarnings("unchecked")
	private <T> @Nullable T refuse(Class<T> type) {
		return (T) this.context.handleUnexpectedToken(type, this.parser);
	}

	/**
	 * Fields of one JSON object, collected until its record can be made.
	 *
	 * @param <T> the type of the record
	 */
	interface RecordFields<T> {

		/**
		 * Keeps the value of a field, or passes over it if the record does not have the
		 * field.
		 * @param name the name as Twilio sends it
		 * @param value the value, which is read at most once
		 */
		void read(String name, FieldReader value);

		/**
		 * Makes the record of what was kept, or answers {@code null} if that is not
		 * usable.
		 */
		@Nullable T toRecord();

	}

}
