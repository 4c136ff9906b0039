package dev.conversations.client;

import java.util.function.Supplier;

import dev.conversations.client.FieldReader.RecordFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a record without the buffers of databind, which cost as much as all the values of
 * the record. The result is the same.
 *
 * @param <T> the type of the record
 */
final class RecordDeserializer<T> extends StdDeserializer<T> {

	private final Class<T> type;

	private final Supplier<? extends RecordFields<T>> fields;

	RecordDeserializer(Class<T> type, Supplier<? extends RecordFields<T>> fields) {
		super(type);
		this.type = type;
		this.fields = fields;
	}

	@Override
	public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
		return new FieldReader(parser, context).object(this.type, this.fields);
	}

}
