package dev.conversations.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.conversations.client.ParticipantConversation;

import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Reads in chunks as the engine does: what a chunk brings and the position behind it are
 * committed together or not at all.
 */
class Reading {

	private final int chunk;

	private ExecutionContext saved;

	private final List<String> rows = new ArrayList<>();

	private final List<Long> failed = new ArrayList<>();

	private int largestContext;

	Reading(int chunk) {
		this(chunk, new ExecutionContext());
	}

	Reading(int chunk, ExecutionContext context) {
		this.chunk = chunk;
		this.saved = context;
	}

	/**
	 * Reads a chunk.
	 * @param reader the reader
	 * @param context the context of the execution
	 * @param commit whether the transaction is committed
	 * @return {@code false} at the end
	 */
	boolean next(ParticipantConversationItemReader reader, ExecutionContext context, boolean commit) {
		List<String> read = new ArrayList<>();
		List<Long> skipped = new ArrayList<>();
		boolean more = true;
		for (int i = 0; i < this.chunk && more; i++) {
			try {
				ParticipantConversation conversation = reader.read();
				more = conversation != null;
				if (more) {
					read.add(Crowd.row(conversation));
				}
			}
			catch (ParticipantReadException ex) {
				skipped.add(ex.ordinal());
			}
		}
		if (commit) {
			commit(reader, context, read, skipped);
		}
		return more;
	}

	private void commit(ParticipantConversationItemReader reader, ExecutionContext context, List<String> read,
			List<Long> skipped) {
		reader.update(context);
		this.saved = new ExecutionContext(context);
		this.rows.addAll(read);
		this.failed.addAll(skipped);
		int size = this.saved.toMap().entrySet().stream().mapToInt(Reading::size).sum();
		this.largestContext = Math.max(this.largestContext, size);
	}

	private static int size(Map.Entry<String, Object> entry) {
		return entry.getKey().length() + entry.getValue().toString().length();
	}

	void toEnd(ParticipantConversationItemReader reader) {
		ExecutionContext context = context();
		reader.open(context);
		boolean more = true;
		while (more) {
			more = next(reader, context, true);
		}
		reader.close();
	}

	/**
	 * Returns what a new execution finds.
	 * @return a copy of what was committed last
	 */
	ExecutionContext context() {
		return new ExecutionContext(this.saved);
	}

	List<String> rows() {
		return this.rows;
	}

	List<Long> failed() {
		return this.failed;
	}

	int largestContext() {
		return this.largestContext;
	}

}
