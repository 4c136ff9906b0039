package dev.conversations.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.integration.partition.RemotePartitioningManagerStepBuilder;
import org.springframework.messaging.MessageChannel;
import org.springframework.util.Assert;

/**
 * Builder of the step of a sweep's manager. The manager learns from the job repository
 * which partitions are done, so that nothing has to be sent back to it.
 *
 * @since 0.1.0
 */
public final class ParticipantSweepManagerBuilder {

	private static final Duration DEFAULT_POLL_INTERVAL = Duration.ofSeconds(2);

	private final String name;

	private final JobRepository jobRepository;

	private final List<StepExecutionListener> listeners = new ArrayList<>();

	private @Nullable String worker;

	private @Nullable ParticipantSource participants;

	private @Nullable MessageChannel requests;

	private int participantsPerPartition = ParticipantPartitioner.DEFAULT_PARTICIPANTS;

	private Duration pollInterval = DEFAULT_POLL_INTERVAL;

	ParticipantSweepManagerBuilder(String name, JobRepository jobRepository) {
		Assert.hasText(name, "'name' must not be empty");
		Assert.notNull(jobRepository, "'jobRepository' must not be null");
		this.name = name;
		this.jobRepository = jobRepository;
	}

	/**
	 * Sets the name of the step that the workers carry out.
	 * @param worker the name that the workers' step was built with
	 * @return this builder
	 */
	public ParticipantSweepManagerBuilder worker(String worker) {
		Assert.hasText(worker, "'worker' must not be empty");
		this.worker = worker;
		return this;
	}

	/**
	 * Sets the participants to split.
	 * @param participants the source, the same in each process of the sweep
	 * @return this builder
	 */
	public ParticipantSweepManagerBuilder participants(ParticipantSource participants) {
		this.participants = participants;
		return this;
	}

	/**
	 * Sets how many participants a partition has. About 1,000 partitions are a good
	 * number: more of them cost too much in the job repository.
	 * @param participantsPerPartition the number of participants, at least 1; 2,000 by
	 * default
	 * @return this builder
	 */
	public ParticipantSweepManagerBuilder participantsPerPartition(int participantsPerPartition) {
		Assert.isTrue(participantsPerPartition > 0, "'participantsPerPartition' must be positive");
		this.participantsPerPartition = participantsPerPartition;
		return this;
	}

	/**
	 * Sets where the requests for partitions are sent to.
	 * @param requests the channel, which should lead to a persistent queue
	 * @return this builder
	 */
	public ParticipantSweepManagerBuilder requests(MessageChannel requests) {
		this.requests = requests;
		return this;
	}

	/**
	 * Sets how often the job repository is asked which partitions are done.
	 * @param pollInterval the time between two questions, 2 seconds by default
	 * @return this builder
	 */
	public ParticipantSweepManagerBuilder pollInterval(Duration pollInterval) {
		Assert.isTrue(pollInterval.toMillis() > 0, "'pollInterval' must be a millisecond at least");
		this.pollInterval = pollInterval;
		return this;
	}

	/**
	 * Adds a listener of the manager's step, such as a {@link StalledPartitionMonitor} or
	 * {@link SweepProgress}.
	 * @param listener the listener
	 * @return this builder
	 */
	public ParticipantSweepManagerBuilder listener(StepExecutionListener listener) {
		Assert.notNull(listener, "'listener' must not be null");
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Builds the step.
	 * @return the step of the manager
	 * @throws IllegalArgumentException if the worker, the participants or the channel
	 * were not set
	 */
	public Step build() {
		Assert.notNull(this.worker, "'worker' must be set");
		Assert.notNull(this.participants, "'participants' must be set");
		Assert.notNull(this.requests, "'requests' must be set");
		ParticipantPartitioner partitioner = new ParticipantPartitioner(this.participants,
				this.participantsPerPartition);
		RemotePartitioningManagerStepBuilder builder = new RemotePartitioningManagerStepBuilder(this.name,
				this.jobRepository)
			.partitioner(this.worker, partitioner)
			.outputChannel(this.requests)
			.pollInterval(this.pollInterval.toMillis())
			.listener(partitioner);
		this.listeners.forEach(builder::listener);
		return builder.build();
	}

}
