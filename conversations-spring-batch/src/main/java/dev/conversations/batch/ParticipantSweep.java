package dev.conversations.batch;

import org.springframework.batch.core.repository.JobRepository;

/**
 * Builds the two halves of a sweep that several processes share: a manager that splits
 * the participants into partitions and sends a request for each, and workers that carry
 * them out. Both know each other only through a channel for the requests and the job
 * repository.
 *
 * @since 0.1.0
 */
public final class ParticipantSweep {

	private ParticipantSweep() {
	}

	/**
	 * Starts to describe the step of the manager.
	 * @param name the name of the step
	 * @param jobRepository the job repository that manager and workers share
	 * @return a builder
	 */
	public static ParticipantSweepManagerBuilder manager(String name, JobRepository jobRepository) {
		return new ParticipantSweepManagerBuilder(name, jobRepository);
	}

	/**
	 * Starts to describe the step that the workers carry out.
	 * @param name the name of the step, which the manager is told too
	 * @param jobRepository the job repository that manager and workers share
	 * @return a builder
	 */
	public static ParticipantSweepWorkerBuilder worker(String name, JobRepository jobRepository) {
		return new ParticipantSweepWorkerBuilder(name, jobRepository);
	}

}
