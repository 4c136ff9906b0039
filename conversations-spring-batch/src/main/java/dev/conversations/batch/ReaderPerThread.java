package dev.conversations.batch;

import java.util.function.Supplier;

import dev.conversations.client.ParticipantConversation;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.util.Assert;

/**
 * Gives each thread that executes a step a reader of its own, as the engine opens, reads
 * and closes on the same thread.
 */
final class ReaderPerThread implements ItemStreamReader<ParticipantConversation> {

	private final Supplier<ParticipantConversationItemReader> factory;

	// Not static, since a thread may execute one step after another
	@SuppressWarnings("ThreadLocalUsage")
	private final ThreadLocal<@Nullable ParticipantConversationItemReader> readers = new ThreadLocal<>();

	ReaderPerThread(Supplier<ParticipantConversationItemReader> factory) {
		this.factory = factory;
	}

	@Override
	public void open(ExecutionContext context) {
		close();
		ParticipantConversationItemReader reader = this.factory.get();
		this.readers.set(reader);
		reader.open(context);
	}

	@Override
	public @Nullable ParticipantConversation read() {
		ParticipantConversationItemReader reader = this.readers.get();
		Assert.state(reader != null, "The reader must be opened before it is read from");
		return reader.read();
	}

	@Override
	public void update(ExecutionContext context) {
		ParticipantConversationItemReader reader = this.readers.get();
		if (reader != null) {
			reader.update(context);
		}
	}

	@Override
	public void close() {
		ParticipantConversationItemReader reader = this.readers.get();
		if (reader != null) {
			this.readers.remove();
			reader.close();
		}
	}

}
