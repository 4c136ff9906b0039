package dev.conversations.client;

import dev.conversations.client.FieldReader.RecordFields;
import org.jspecify.annotations.Nullable;

/**
 * Fields of {@link ConversationBindings}.
 */
final class ConversationBindingsFields implements RecordFields<ConversationBindings> {

	private @Nullable EmailBinding email;

	static @Nullable ConversationBindings read(FieldReader value) {
		return value.object(ConversationBindings.class, ConversationBindingsFields::new);
	}

	@Override
	public void read(String name, FieldReader value) {
		switch (name) {
			case "email" -> this.email = EmailBindingFields.read(value);
			default -> value.skip();
		}
	}

	@Override
	public ConversationBindings toRecord() {
		return new ConversationBindings(this.email);
	}

}
