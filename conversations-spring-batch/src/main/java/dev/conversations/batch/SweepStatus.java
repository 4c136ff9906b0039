package dev.conversations.batch;

import java.util.Map;

import org.springframework.batch.core.BatchStatus;

/**
 * Progress of a sweep, by what was committed.
 *
 * @param participants how many participants there are
 * @param finished how many of them were read to their end
 * @param failed how many of them were skipped
 * @param records how many records were written
 * @param partitions how many partitions, or steps that read, are in which status
 * @since 0.1.0
 */
public record SweepStatus(long participants, long finished, long failed, long records,
		Map<BatchStatus, Long> partitions) {

	static final SweepStatus NONE = new SweepStatus(0, 0, 0, 0, Map.of());

	/**
	 * Creates a status.
	 */
	public SweepStatus {
		partitions = Map.copyOf(partitions);
	}

	/**
	 * Returns how many participants are still to be read or being read.
	 * @return the number of participants
	 */
	public long remaining() {
		return this.participants - this.finished - this.failed;
	}

}
