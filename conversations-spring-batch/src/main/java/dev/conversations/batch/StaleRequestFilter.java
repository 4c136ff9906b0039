package dev.conversations.batch;

import java.time.LocalDateTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.integration.core.MessageSelector;
import org.springframework.messaging.Message;
import org.springframework.util.Assert;

/**
 * Lets only those requests for partitions through that are still to be carried out. A
 * queue that survives a restart holds requests of the execution before, too; without this
 * filter they would run beside the new ones and write everything twice.
 * <p>
 * A request passes if its step has not ended and its job is running. If the job is being
 * stopped, the step is marked as stopped, so that the manager does not wait for it.
 * Workers that {@link ParticipantSweep} builds have this filter; it is of use by itself
 * in front of steps that were built otherwise.
 *
 * @since 0.1.0
 */
public final class StaleRequestFilter implements MessageSelector {

	private final JobRepository jobRepository;

	/**
	 * Creates a filter.
	 * @param jobRepository the job repository that manager and workers share
	 */
	public StaleRequestFilter(JobRepository jobRepository) {
		Assert.notNull(jobRepository, "'jobRepository' must not be null");
		this.jobRepository = jobRepository;
	}

	/**
	 * Tells whether a message is a request that is to be carried out.
	 * @param message the message
	 * @return {@code false} if the message is to be dropped
	 */
	@Override
	public boolean accept(Message<?> message) {
		return message.getPayload() instanceof StepExecutionRequest request && accept(request);
	}

	/**
	 * Tells whether a request is to be carried out.
	 * @param request the request
	 * @return {@code false} if the request is to be dropped
	 */
	public boolean accept(StepExecutionRequest request) {
		StepExecution step = find(request.getStepExecutionId());
		if (step == null || !isWaiting(step.getStatus())) {
			return false;
		}
		JobExecution job = step.getJobExecution();
		if (job.getStatus() == BatchStatus.STARTED) {
			return true;
		}
		if (job.isStopping() || job.getStatus() == BatchStatus.STOPPED) {
			stop(step);
		}
		return false;
	}

	private static boolean isWaiting(BatchStatus status) {
		return status == BatchStatus.STARTING || status == BatchStatus.STARTED;
	}

	private @Nullable StepExecution find(long stepExecutionId) {
		try {
			return this.jobRepository.getStepExecution(stepExecutionId);
		}
		catch (EmptyResultDataAccessException ex) {
			return null;
		}
	}

	private void stop(StepExecution step) {
		step.setStatus(BatchStatus.STOPPED);
		step.setExitStatus(ExitStatus.STOPPED);
		step.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
		Updates.tryUpdate(this.jobRepository, step);
	}

}
