package dev.conversations.client;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import dev.conversations.client.ListBody.Content;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.MappingIterator;

/**
 * Reads the body of a page in one pass. It counts the records as they come, so that a
 * body with far too many of them takes no more memory than a page.
 *
 * @param <T> the type of the records
 */
final class ListReader<T> {

	private final JsonParser parser;

	private final ListType<T> type;

	private final int maxRecords;

	private @Nullable List<T> records;

	private @Nullable String next;

	private boolean mismatch;

	private ListReader(JsonParser parser, ListType<T> type, int maxRecords) {
		this.parser = parser;
		this.type = type;
		this.maxRecords = maxRecords;
	}

	/**
	 * Reads the body of a page, and closes it. Whatever is wrong with the body is told by
	 * the result.
	 * @param maxRecords how many records the page may have
	 */
	static <T> ListBody<T> read(InputStream text, ListType<T> type, int maxRecords) {
		try (JsonParser parser = Json.MAPPER.createParser(text)) {
			return new ListReader<>(parser, type, maxRecords).read();
		}
		catch (JacksonException | StackOverflowError ex) {
			return ListBody.without(Content.UNREADABLE);
		}
		catch (OutOfMemoryError ex) {
			return ListBody.without(Content.OUT_OF_MEMORY);
		}
	}

	private ListBody<T> read() {
		if (this.parser.nextToken() != JsonToken.START_OBJECT) {
			return ListBody.without(Content.UNREADABLE);
		}
		for (String name = this.parser.nextName(); name != null; name = this.parser.nextName()) {
			this.parser.nextToken();
			readField(name);
			if (hasTooMany(this.records)) {
				return ListBody.without(Content.TOO_MANY_RECORDS);
			}
		}
		return (this.parser.nextToken() == null) ? toBody() : ListBody.without(Content.UNREADABLE);
	}

	private ListBody<T> toBody() {
		if (this.records == null) {
			return ListBody.without(Content.NO_LIST);
		}
		return this.mismatch ? ListBody.without(Content.UNREADABLE)
				: new ListBody<>(Content.RECORDS, this.records, this.next);
	}

	private void readField(String name) {
		if (name.equals(this.type.key())) {
			this.records = isDue(JsonToken.START_ARRAY) ? readRecords() : null;
		}
		else if (name.equals("meta")) {
			this.next = isDue(JsonToken.START_OBJECT) ? readNext() : null;
		}
		else {
			this.parser.skipChildren();
		}
	}

	private List<T> readRecords() {
		List<T> records = new ArrayList<>();
		this.parser.clearCurrentToken();
		MappingIterator<T> values = this.type.recordReader()
			.withAttribute(SharedTexts.class, new SharedTexts())
			.readValues(this.parser);
		while (!hasTooMany(records) && values.hasNextValue()) {
			T value = values.nextValue();
			if (value != null) {
				records.add(value);
			}
			else {
				this.mismatch = true;
			}
		}
		return records;
	}

	private boolean hasTooMany(@Nullable List<T> records) {
		return records != null && records.size() > this.maxRecords;
	}

	private @Nullable String readNext() {
		String next = null;
		for (String name = this.parser.nextName(); name != null; name = this.parser.nextName()) {
			this.parser.nextToken();
			if (name.equals("next_page_url")) {
				next = scalar();
			}
			else {
				this.parser.skipChildren();
			}
		}
		return next;
	}

	private @Nullable String scalar() {
		this.mismatch |= !this.parser.currentToken().isScalarValue();
		String text = this.parser.getValueAsString();
		this.parser.skipChildren();
		return text;
	}

	/**
	 * Passes over a value of another type, which is a mismatch unless it is {@code null}.
	 */
	private boolean isDue(JsonToken token) {
		boolean due = this.parser.hasToken(token);
		if (!due) {
			this.mismatch |= !this.parser.hasToken(JsonToken.VALUE_NULL);
			this.parser.skipChildren();
		}
		return due;
	}

}
