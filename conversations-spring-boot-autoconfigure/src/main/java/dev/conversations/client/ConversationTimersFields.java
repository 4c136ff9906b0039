package dev.conversations.client;

import java.time.Instant;

import dev.conversations.client.FieldReader.RecordFields;
import org.jspecify.annotations.Nullable;

/**
 * Fields of {@link ConversationTimers}.
 */
final class ConversationTimersFields implements RecordFields<ConversationTimers> {

	private @Nullable Instant dateInactive;

	private @Nullable Instant dateClosed;

	static @Nullable ConversationTimers read(FieldReader value) {
		return value.object(ConversationTimers.class, ConversationTimersFields::new);
	}

	@Override
	public void read(String name, FieldReader value) {
		switch (name) {
			case "date_inactive" -> this.dateInactive = value.date();
			case "date_closed" -> this.dateClosed = value.date();
			default -> value.skip();
		}
	}

	@Override
	public ConversationTimers toRecord() {
		return new ConversationTimers(this.dateInactive, this.dateClosed);
	}

}
