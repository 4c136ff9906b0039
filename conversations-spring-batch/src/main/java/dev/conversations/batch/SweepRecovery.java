package dev.conversations.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.util.Assert;

/**
 * Starts a sweep again whose manager was killed. The job repository takes such a sweep
 * for running, and workers may well go on with it.
 * <p>
 * The sweep is stopped first, so that workers end after their present chunk; then it
 * waits until no step that was begun has committed anything for the quiet period, which
 * has to be longer than any chunk takes; then steps that have saved nothing yet are
 * deleted, so that those before them tell where to go on; then what is left is marked as
 * failed, even what the engine has marked as unknown because the database went away, and
 * the job is started again. The latter is right only where conversations are written in
 * the transaction of the job repository, or so that writing them twice does no harm.
 *
 * @since 0.1.0
 */
public final class SweepRecovery {

	private static final Log logger = LogFactory.getLog(SweepRecovery.class);

	private static final Duration PAUSE = Duration.ofMillis(200);

	private final JobOperator jobOperator;

	private final JobRepository jobRepository;

	private final Duration quietPeriod;

	private final Clock clock;

	private final Consumer<Duration> pause;

	/**
	 * Creates a recovery.
	 * @param jobOperator the job operator
	 * @param jobRepository the job repository that manager and workers share
	 * @param quietPeriod how long a step must have committed nothing to be taken for
	 * dead; zero if it is certain that no process of the sweep is left
	 */
	public SweepRecovery(JobOperator jobOperator, JobRepository jobRepository, Duration quietPeriod) {
		this(jobOperator, jobRepository, quietPeriod, Clock.system(ZoneId.systemDefault()),
				(duration) -> LockSupport.parkNanos(duration.toNanos()));
	}

	SweepRecovery(JobOperator jobOperator, JobRepository jobRepository, Duration quietPeriod, Clock clock,
			Consumer<Duration> pause) {
		Assert.notNull(jobOperator, "'jobOperator' must not be null");
		Assert.notNull(jobRepository, "'jobRepository' must not be null");
		Assert.isTrue(!quietPeriod.isNegative(), "'quietPeriod' must not be negative");
		this.jobOperator = jobOperator;
		this.jobRepository = jobRepository;
		this.quietPeriod = quietPeriod;
		this.clock = clock;
		this.pause = pause;
	}

	/**
	 * Returns the last execution of a job if it has not completed, whether it failed, was
	 * stopped, or its process was killed.
	 * @param jobName the name of the job
	 * @return the execution, or {@code null} if there is nothing to go on with
	 */
	public @Nullable JobExecution findUnfinished(String jobName) {
		JobInstance instance = this.jobRepository.getLastJobInstance(jobName);
		JobExecution execution = (instance != null) ? this.jobRepository.getLastJobExecution(instance) : null;
		boolean unfinished = execution != null && execution.getStatus() != BatchStatus.COMPLETED
				&& execution.getStatus() != BatchStatus.ABANDONED;
		return unfinished ? execution : null;
	}

	/**
	 * Makes sure that nobody carries out an execution any more, so that it can be started
	 * again. It returns when that is so, after the quiet period at the latest once the
	 * last worker has stopped.
	 * @param executionId the identifier of the execution
	 * @return the execution as it is then
	 */
	public JobExecution recover(long executionId) {
		stop(load(executionId));
		while (isBusy(load(executionId))) {
			Assert.state(!Thread.currentThread().isInterrupted(), "The recovery was interrupted");
			this.pause.accept(PAUSE);
		}
		forgetUnsaved(load(executionId));
		settleUnknown(load(executionId));
		return this.jobOperator.recover(load(executionId));
	}

	/**
	 * Recovers an execution and starts it again.
	 * @param executionId the identifier of the execution
	 * @return the new execution, which goes on where the other has left off
	 * @throws JobRestartException if the job cannot be started again
	 */
	public JobExecution restart(long executionId) throws JobRestartException {
		return this.jobOperator.restart(recover(executionId));
	}

	private void stop(JobExecution execution) {
		if (execution.isRunning()) {
			try {
				this.jobOperator.stop(execution);
			}
			catch (JobExecutionNotRunningException ex) {
				logger.debug("The job has ended in the meantime");
			}
		}
	}

	/**
	 * Deletes the steps that have saved nothing. The engine makes a step with an empty
	 * context and fills it later: that of a step which goes on with an earlier one with
	 * its first chunk, that of a partition by a second transaction. The last step of a
	 * name tells where a sweep goes on, and an empty one would let it begin anew, or read
	 * all participants as one partition.
	 */
	private void forgetUnsaved(JobExecution execution) {
		execution.getStepExecutions()
			.stream()
			.filter((step) -> step.getStatus() != BatchStatus.COMPLETED && step.getExecutionContext().isEmpty())
			.forEach(this.jobRepository::deleteStepExecution);
	}

	/**
	 * Takes for failed what the engine would never start again, since it cannot know what
	 * was written when the database went away. Here it is known, as the position of a
	 * reader is committed together with what it has read.
	 */
	private void settleUnknown(JobExecution execution) {
		for (StepExecution step : execution.getStepExecutions()) {
			if (step.getStatus() == BatchStatus.UNKNOWN) {
				step.setStatus(BatchStatus.FAILED);
				this.jobRepository.update(step);
			}
		}
		if (execution.getStatus() == BatchStatus.UNKNOWN) {
			execution.setStatus(BatchStatus.FAILED);
			this.jobRepository.update(execution);
		}
	}

	private boolean isBusy(JobExecution execution) {
		LocalDateTime limit = LocalDateTime.now(this.clock).minus(this.quietPeriod);
		return execution.getStepExecutions().stream().anyMatch((step) -> isBusy(step, limit));
	}

	/**
	 * The step of the manager is updated at its begin and its end only, so that it keeps
	 * nobody waiting unless it was begun just now.
	 */
	private static boolean isBusy(StepExecution step, LocalDateTime limit) {
		LocalDateTime updated = step.getLastUpdated();
		return step.getStatus() == BatchStatus.STARTED && updated != null && updated.isAfter(limit);
	}

	private JobExecution load(long executionId) {
		JobExecution execution = this.jobRepository.getJobExecution(executionId);
		Assert.notNull(execution, "'executionId' must be the identifier of an execution");
		return execution;
	}

}
