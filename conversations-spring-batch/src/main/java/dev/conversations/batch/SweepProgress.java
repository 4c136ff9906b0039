package dev.conversations.batch;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.util.Assert;

/**
 * Tells how far a sweep has come, from the job repository, so that it is the same in
 * whichever process it is asked for and counts what earlier executions have done.
 * <p>
 * As a listener of a step, that of the manager or one that reads by itself, it knows
 * which sweep is meant.
 *
 * @since 0.1.0
 */
public final class SweepProgress implements StepExecutionListener {

	private final JobRepository jobRepository;

	private volatile @Nullable Long jobInstanceId;

	/**
	 * Creates a progress.
	 * @param jobRepository the job repository
	 */
	public SweepProgress(JobRepository jobRepository) {
		Assert.notNull(jobRepository, "'jobRepository' must not be null");
		this.jobRepository = jobRepository;
	}

	@Override
	public void beforeStep(StepExecution stepExecution) {
		this.jobInstanceId = stepExecution.getJobExecution().getJobInstanceId();
	}

	/**
	 * Returns how far the sweep has come whose step was begun last in this process. It
	 * takes some 100 milliseconds with 1,000 partitions.
	 * @return the status, all zero before the first step
	 */
	public SweepStatus status() {
		Long id = this.jobInstanceId;
		JobInstance instance = (id != null) ? this.jobRepository.getJobInstance(id) : null;
		return (instance != null) ? status(instance) : SweepStatus.NONE;
	}

	/**
	 * Returns how far a sweep has come.
	 * @param jobInstance the sweep
	 * @return the status
	 */
	public SweepStatus status(JobInstance jobInstance) {
		List<StepExecution> steps = this.jobRepository.getJobExecutions(jobInstance)
			.stream()
			.map(JobExecution::getStepExecutions)
			.flatMap(Collection::stream)
			.filter((step) -> total(step.getExecutionContext()) >= 0)
			.toList();
		Collection<StepExecution> latest = steps.stream()
			.collect(Collectors.toMap(StepExecution::getStepName, Function.identity(),
					BinaryOperator.maxBy(Comparator.comparingLong(StepExecution::getId))))
			.values();
		long failed = steps.stream().mapToLong(StepExecution::getReadSkipCount).sum();
		long done = latest.stream()
			.mapToLong((step) -> step.getExecutionContext().getLong(ReaderState.FINISHED, 0))
			.sum();
		return new SweepStatus(latest.stream().mapToLong((step) -> total(step.getExecutionContext())).sum(),
				done - failed, failed, steps.stream().mapToLong(StepExecution::getWriteCount).sum(),
				latest.stream().collect(Collectors.groupingBy(StepExecution::getStatus, Collectors.counting())));
	}

	private static long total(ExecutionContext context) {
		if (context.containsKey(ReaderState.TO)) {
			return context.getLong(ReaderState.TO) - context.getLong(ReaderState.FROM);
		}
		return context.getLong(ReaderState.TOTAL, -1);
	}

}
