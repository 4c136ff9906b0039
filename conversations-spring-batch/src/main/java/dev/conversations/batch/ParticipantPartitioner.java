package dev.conversations.batch;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.util.Assert;

/**
 * Splits participants into ranges of ordinals. A context holds {@code from}, the first
 * ordinal of its range, and {@code to}, the one after the last.
 * <p>
 * As a listener of the manager's step it refuses to go on with a sweep whose participants
 * or whose size of a partition have changed.
 *
 * @since 0.1.0
 */
public final class ParticipantPartitioner implements Partitioner, StepExecutionListener {

	/**
	 * Default number of participants in a partition.
	 */
	static final int DEFAULT_PARTICIPANTS = 2000;

	private static final String KEY = "participants.partitioned";

	private final ParticipantSource source;

	private final int participantsPerPartition;

	/**
	 * Creates a partitioner with 2,000 participants in a partition.
	 * @param source the participants
	 */
	public ParticipantPartitioner(ParticipantSource source) {
		this(source, DEFAULT_PARTICIPANTS);
	}

	/**
	 * Creates a partitioner.
	 * @param source the participants
	 * @param participantsPerPartition how many participants a partition has, at least 1
	 */
	public ParticipantPartitioner(ParticipantSource source, int participantsPerPartition) {
		Assert.notNull(source, "'source' must not be null");
		Assert.isTrue(participantsPerPartition > 0, "'participantsPerPartition' must be positive");
		this.source = source;
		this.participantsPerPartition = participantsPerPartition;
	}

	/**
	 * Splits the participants.
	 * @param gridSize is not used, as the size of a partition counts
	 * @return the contexts by the names of the partitions
	 */
	@Override
	public Map<String, ExecutionContext> partition(int gridSize) {
		Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
		long size = this.source.size();
		for (long from = 0; from < size; from += this.participantsPerPartition) {
			ExecutionContext context = new ExecutionContext();
			context.putLong(ReaderState.FROM, from);
			context.putLong(ReaderState.TO, Math.min(size, from + this.participantsPerPartition));
			partitions.put("%08d".formatted(from), context);
		}
		return partitions;
	}

	@Override
	public void beforeStep(StepExecution stepExecution) {
		ExecutionContext context = stepExecution.getExecutionContext();
		String partitioned = this.source.fingerprint() + "/" + this.participantsPerPartition;
		if (context.containsKey(KEY)) {
			Assert.state(partitioned.equals(context.getString(KEY)),
					"The participants, or their number in a partition, are not those that the sweep was started with");
		}
		context.putString(KEY, partitioned);
	}

}
