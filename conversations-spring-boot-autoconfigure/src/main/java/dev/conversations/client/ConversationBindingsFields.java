package dev.conversations.client;

import org.jspecify.annotations.Nullable;

/**
 * Fields of {@link ConversationBindings}.
 */
final class ConversationBindingsFields implements RecordFields<ConversationBindings> {

	private @Nullable EmailBinding email;

	@Override
	public void read(String name, FieldReader value) {
		switch (name) {
			case "email" -> this.email = value.object(EmailBinding.class, EmailBindingFields::new);
			default -> value.skip();
		}
	}

	@Override
	public ConversationBindings toRecord() {
		return new ConversationBindings(this.email);
	}

}
