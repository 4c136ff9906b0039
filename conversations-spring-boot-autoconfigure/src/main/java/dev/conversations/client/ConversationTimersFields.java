package dev.conversations.client;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Fields of {@link ConversationTimers}.
 */
final class ConversationTimersFields implements RecordFields<ConversationTimers> {

	private @Nullable Instant dateInactive;

	private @Nullable Instant dateClosed;

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
