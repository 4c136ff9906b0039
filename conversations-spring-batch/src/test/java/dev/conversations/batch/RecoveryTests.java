package dev.conversations.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.conversations.test.ConversationsSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.support.GenericMessage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SweepRecovery}, {@link StaleRequestFilter} and
 * {@link StalledPartitionMonitor}.
 */
@SweepTest
class RecoveryTests {

	@Autowired
	private Engine engine;

	@Autowired
	private ConversationsSimulator simulator;

	@BeforeEach
	void clear() {
		this.engine.clear();
	}

	@Test
	void filterWhenJobIsRunningAcceptsWhatHasNotEnded() {
		JobExecution job = running("accepted");
		assertThat(accepts(partition(job, BatchStatus.STARTING))).isTrue();
		assertThat(accepts(partition(job, BatchStatus.STARTED))).isTrue();
		assertThat(accepts(partition(job, BatchStatus.COMPLETED))).isFalse();
		assertThat(accepts(partition(job, BatchStatus.FAILED))).isFalse();
		assertThat(filter().accept(new GenericMessage<>("no request"))).isFalse();
		assertThat(filter().accept(new StepExecutionRequest("export", 4711))).isFalse();
	}

	@Test
	void filterWhenJobHasEndedDropsAndChangesNothing() {
		JobExecution job = running("ended");
		StepExecution partition = partition(job, BatchStatus.STARTING);
		end(job, BatchStatus.FAILED);
		assertThat(accepts(partition)).isFalse();
		assertThat(status(partition)).isEqualTo(BatchStatus.STARTING);
	}

	@Test
	void filterWhenJobIsStoppedStopsThePartition() {
		JobExecution job = running("stopped");
		StepExecution partition = partition(job, BatchStatus.STARTING);
		end(job, BatchStatus.STOPPED);
		assertThat(accepts(partition)).isFalse();
		assertThat(status(partition)).isEqualTo(BatchStatus.STOPPED);
	}

	@Test
	void monitorWhenPartitionCommitsNothingFailsIt() {
		JobExecution job = running("stalled");
		StepExecution manager = manager(job);
		StepExecution begun = partition(job, BatchStatus.STARTED);
		StepExecution waiting = partition(job, BatchStatus.STARTING);
		monitor(Duration.ofSeconds(30)).check(manager);
		assertThat(status(begun)).isEqualTo(BatchStatus.STARTED);
		monitor(Duration.ofSeconds(90)).check(manager);
		assertThat(status(begun)).isEqualTo(BatchStatus.FAILED);
		assertThat(status(waiting)).isEqualTo(BatchStatus.FAILED);
		assertThat(this.engine.repository().getStepExecution(begun.getId()).getExitStatus().getExitDescription())
			.isEqualTo("The partition has committed nothing for PT1M");
		assertThat(status(manager)).isEqualTo(BatchStatus.STARTED);
	}

	@Test
	void monitorWhenSweepStallsLetsTheManagerEnd() throws Exception {
		Crowd crowd = new Crowd(this.simulator, 4, (i) -> 1);
		StalledPartitionMonitor monitor = new StalledPartitionMonitor(this.engine.repository(), Duration.ofMillis(500));
		Job job = this.engine.job("nobody",
				ParticipantSweep.manager("manager", this.engine.repository())
					.worker("export")
					.participants(crowd.source())
					.pollInterval(Duration.ofMillis(50))
					.requests((message, timeout) -> true)
					.listener(monitor)
					.build());
		JobExecution execution = this.engine.startLater(job).join();
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(execution.getStepExecutions())
			.anySatisfy((step) -> assertThat(step.getExitStatus().getExitDescription())
				.contains("No worker has begun the partition"));
	}

	@Test
	void recoveryWhenManagerWasKilledWaitsForQuietAndRestarts() throws Exception {
		Job job = this.engine.job("killed",
				new StepBuilder("step", this.engine.repository()).tasklet((contribution, chunk) -> null).build());
		JobExecution killed = running("killed");
		StepExecution partition = partition(killed, BatchStatus.STARTED);
		List<Duration> pauses = new ArrayList<>();
		Clock later = Clock.offset(Clock.system(ZoneId.systemDefault()), Duration.ofSeconds(61));
		SweepRecovery recovery = new SweepRecovery(this.engine.operator(), this.engine.repository(),
				Duration.ofMinutes(1), clock(pauses, later), pauses::add);
		JobExecution unfinished = recovery.findUnfinished(job.getName());
		assertThat(unfinished).isNotNull();
		assertThat(recovery.restart(unfinished.getId()).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(pauses).hasSize(3);
		assertThat(status(partition)).isEqualTo(BatchStatus.FAILED);
		assertThat(this.engine.load(killed).getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(recovery.findUnfinished(job.getName())).isNull();
	}

	@Test
	void recoveryWhenDatabaseWentAwayRestartsWhatIsUnknown() throws Exception {
		this.engine.job("unknown",
				new StepBuilder("step", this.engine.repository()).tasklet((contribution, chunk) -> null).build());
		JobExecution job = running("unknown");
		StepExecution partition = partition(job, BatchStatus.UNKNOWN);
		end(job, BatchStatus.UNKNOWN);
		SweepRecovery recovery = new SweepRecovery(this.engine.operator(), this.engine.repository(), Duration.ZERO);
		assertThat(recovery.restart(job.getId()).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(status(partition)).isEqualTo(BatchStatus.FAILED);
	}

	/**
	 * Stands still for three pauses and then jumps.
	 */
	private static Clock clock(List<Duration> pauses, Clock later) {
		return new Clock() {

			@Override
			public ZoneId getZone() {
				return later.getZone();
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return (pauses.size() < 3) ? Instant.now() : later.instant();
			}

		};
	}

	private StalledPartitionMonitor monitor(Duration later) {
		return new StalledPartitionMonitor(this.engine.repository(), Duration.ofMinutes(1),
				Clock.offset(Clock.system(ZoneId.systemDefault()), later));
	}

	private StaleRequestFilter filter() {
		return new StaleRequestFilter(this.engine.repository());
	}

	private boolean accepts(StepExecution partition) {
		return filter().accept(new GenericMessage<>(new StepExecutionRequest("export", partition.getId())));
	}

	private JobExecution running(String name) {
		JobExecution job = this.engine.repository()
			.createJobExecution(this.engine.repository().createJobInstance(name, new JobParameters()),
					new JobParameters(), new ExecutionContext());
		end(job, BatchStatus.STARTED);
		return job;
	}

	private void end(JobExecution job, BatchStatus status) {
		job.setStatus(status);
		this.engine.repository().update(job);
	}

	private StepExecution manager(JobExecution job) {
		return step(job, "manager", BatchStatus.STARTED);
	}

	private StepExecution partition(JobExecution job, BatchStatus status) {
		return step(job, "export:" + job.getStepExecutions().size(), status);
	}

	private StepExecution step(JobExecution job, String name, BatchStatus status) {
		StepExecution step = this.engine.repository().createStepExecution(name, job);
		step.getExecutionContext().putLong(ReaderState.FROM, 0);
		this.engine.repository().updateExecutionContext(step);
		if (status != BatchStatus.STARTING) {
			step.setStatus(status);
			this.engine.repository().update(step);
		}
		return step;
	}

	private BatchStatus status(StepExecution step) {
		return this.engine.repository().getStepExecution(step.getId()).getStatus();
	}

}
