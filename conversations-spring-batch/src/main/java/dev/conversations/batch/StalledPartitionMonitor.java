package dev.conversations.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.util.Assert;

/**
 * Lets a sweep fail that would wait for ever, as it does for a partition that kills each
 * worker, so that the broker has put its request aside, or while no worker is there at
 * all. It watches a sweep while the step of the manager, whose listener it has to be, is
 * running.
 * <p>
 * A partition that was begun has stalled if it has committed nothing for longer than the
 * time-out. Those that were not begun have stalled if for as long no partition at all has
 * committed anything. They are marked as failed, upon which the manager fails the job;
 * when the job is started again, they go on where they were.
 *
 * @since 0.1.0
 */
public final class StalledPartitionMonitor implements StepExecutionListener {

	private static final Log logger = LogFactory.getLog(StalledPartitionMonitor.class);

	private static final int CHECKS_PER_TIMEOUT = 10;

	private final JobRepository jobRepository;

	private final Duration timeout;

	private final Clock clock;

	private final Map<Long, Disposable> watches = new ConcurrentHashMap<>();

	/**
	 * Creates a monitor.
	 * @param jobRepository the job repository that manager and workers share
	 * @param timeout how long a partition may commit nothing; longer than any chunk takes
	 */
	public StalledPartitionMonitor(JobRepository jobRepository, Duration timeout) {
		this(jobRepository, timeout, Clock.system(ZoneId.systemDefault()));
	}

	StalledPartitionMonitor(JobRepository jobRepository, Duration timeout, Clock clock) {
		Assert.notNull(jobRepository, "'jobRepository' must not be null");
		Assert.isTrue(timeout.toMillis() >= CHECKS_PER_TIMEOUT, "'timeout' must be 10 milliseconds at least");
		this.jobRepository = jobRepository;
		this.timeout = timeout;
		this.clock = clock;
	}

	@Override
	public void beforeStep(StepExecution manager) {
		long period = this.timeout.toMillis() / CHECKS_PER_TIMEOUT;
		this.watches.put(manager.getId(), Schedulers.boundedElastic()
			.schedulePeriodically(() -> checkSafely(manager), period, period, TimeUnit.MILLISECONDS));
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution manager) {
		Disposable watch = this.watches.remove(manager.getId());
		if (watch != null) {
			watch.dispose();
		}
		return null;
	}

	private void checkSafely(StepExecution manager) {
		try {
			check(manager);
		}
		catch (RuntimeException ex) {
			logger.warn("Stalled partitions cannot be looked for", ex);
		}
	}

	/**
	 * Looks for partitions that have stalled.
	 * @param manager the step of the manager
	 */
	void check(StepExecution manager) {
		JobExecution job = this.jobRepository.getJobExecution(manager.getJobExecutionId());
		if (job == null) {
			return;
		}
		List<StepExecution> partitions = job.getStepExecutions()
			.stream()
			.filter((step) -> step.getId() != manager.getId())
			.toList();
		LocalDateTime limit = LocalDateTime.now(this.clock).minus(this.timeout);
		boolean allStalled = partitions.stream().allMatch((step) -> isBefore(step, manager, limit));
		partitions.stream()
			.filter((step) -> (step.getStatus() == BatchStatus.STARTED && isBefore(step, manager, limit))
					|| (step.getStatus() == BatchStatus.STARTING && allStalled))
			.forEach(this::fail);
	}

	private static boolean isBefore(StepExecution step, StepExecution manager, LocalDateTime limit) {
		LocalDateTime updated = (step.getLastUpdated() != null) ? step.getLastUpdated() : step.getCreateTime();
		LocalDateTime begin = manager.getStartTime();
		return updated.isBefore(limit) && (begin == null || begin.isBefore(limit));
	}

	private void fail(StepExecution step) {
		String reason = (step.getStatus() == BatchStatus.STARTED)
				? "The partition has committed nothing for %s".formatted(this.timeout)
				: "No worker has begun the partition for %s".formatted(this.timeout);
		step.setStatus(BatchStatus.FAILED);
		step.setExitStatus(ExitStatus.FAILED.addExitDescription(reason));
		step.setEndTime(LocalDateTime.now(this.clock));
		if (Updates.tryUpdate(this.jobRepository, step)) {
			logger.error("%s of execution %d: %s".formatted(step.getStepName(), step.getJobExecutionId(), reason));
		}
	}

}
