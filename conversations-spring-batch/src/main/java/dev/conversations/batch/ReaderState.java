package dev.conversations.batch;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * The entries of a reader in the execution context of a step.
 */
final class ReaderState {

	/**
	 * The key of the first ordinal of a partition.
	 */
	static final String FROM = "from";

	/**
	 * The key of the ordinal after the last one of a partition.
	 */
	static final String TO = "to";

	/**
	 * The key of the number of participants that were done with.
	 */
	static final String FINISHED = "participants.finished";

	/**
	 * The key of the number of participants there are.
	 */
	static final String TOTAL = "participants.total";

	private static final String POSITION = ".position";

	private static final String SOURCE = ".source";

	private final String name;

	ReaderState(String name) {
		this.name = name;
	}

	@Nullable ReadPosition position(ExecutionContext context) {
		String key = this.name + POSITION;
		return context.containsKey(key) ? ReadPosition.decode(context.getString(key)) : null;
	}

	void checkSource(ExecutionContext context, String fingerprint) {
		String key = this.name + SOURCE;
		if (context.containsKey(key)) {
			Assert.state(context.getString(key).equals(fingerprint),
					"The participants are not those that the sweep was started with");
		}
		context.putString(key, fingerprint);
	}

	/**
	 * Writes the position. If the transaction is rolled back, the context gets its former
	 * entries again, as the engine saves it once more when the step fails.
	 * @param context the context of the step
	 * @param position the position
	 * @param from the first ordinal
	 * @param to the ordinal after the last one
	 */
	void save(ExecutionContext context, ReadPosition position, long from, long to) {
		Map<String, Object> entries = new HashMap<>();
		entries.put(this.name + POSITION, position.encode());
		entries.put(FINISHED, position.next() - from - position.open().size());
		entries.put(TOTAL, to - from);
		Map<String, @Nullable Object> before = new HashMap<>();
		entries.keySet().forEach((key) -> before.put(key, context.get(key)));
		entries.forEach(context::put);
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new Restoration(context, before));
		}
	}

	/**
	 * Restores entries after a rollback, and leaves them where nobody knows how the
	 * transaction ended: then the version of the step tells.
	 *
	 * @param context the context
	 * @param before the former entries
	 */
	private record Restoration(ExecutionContext context,
			Map<String, @Nullable Object> before) implements TransactionSynchronization {

		@Override
		public void afterCompletion(int status) {
			if (status == STATUS_ROLLED_BACK) {
				this.before.forEach(this::restore);
			}
		}

		private void restore(String key, @Nullable Object value) {
			if (value != null) {
				this.context.put(key, value);
			}
			else {
				this.context.remove(key);
			}
		}

	}

}
