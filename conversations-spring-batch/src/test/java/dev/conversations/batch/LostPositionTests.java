package dev.conversations.batch;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import dev.conversations.client.ParticipantConversation;
import dev.conversations.test.ConversationsSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.support.ExecutorSubscribableChannel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of sweeps whose process was killed after a step was made, and before the step had
 * saved where it is.
 */
@SweepTest
class LostPositionTests {

	private final ExecutorService threads = Executors.newFixedThreadPool(3);

	private final ExecutorSubscribableChannel requests = new ExecutorSubscribableChannel(this.threads);

	@Autowired
	private Engine engine;

	@Autowired
	private ConversationsSimulator simulator;

	@BeforeEach
	void clear() {
		this.engine.clear();
	}

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
	}

	@Test
	void stepWhenKilledBeforeItsFirstChunkGoesOnWhereTheOneBeforeWas() throws Exception {
		Crowd crowd = new Crowd(this.simulator, 10, (i) -> 4);
		AtomicInteger chunks = new AtomicInteger();
		Job job = this.engine.job("alone",
				new StepBuilder("export", this.engine.repository())
					.<ParticipantConversation, ParticipantConversation>chunk(5)
					.reader(this.engine.reader(crowd.source()).build())
					.writer((chunk) -> {
						assertThat(chunks.incrementAndGet()).isNotEqualTo(4);
						this.engine.writer().write(chunk);
					})
					.transactionManager(this.engine.transactions())
					.build());
		JobExecution first = this.engine.start(job);
		assertThat(first.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(this.engine.rows()).hasSize(15);
		JobExecution killed = kill(first.getJobInstance(), "export");
		assertThat(restart(killed).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.engine.rows()).containsExactlyInAnyOrderElementsOf(crowd.rows());
	}

	@Test
	void sweepWhenKilledWhileItIsSplitReadsEachPartitionOnce() throws Exception {
		Crowd crowd = new Crowd(this.simulator, 9, (i) -> 2);
		ParticipantSweep.worker("export", this.engine.repository())
			.reader(this.engine.reader(crowd.source()))
			.writer(this.engine.writer())
			.transactionManager(this.engine.transactions())
			.requests(this.requests)
			.build();
		this.engine.job("split",
				ParticipantSweep.manager("manager", this.engine.repository())
					.worker("export")
					.participants(crowd.source())
					.participantsPerPartition(3)
					.pollInterval(Duration.ofMillis(50))
					.requests(this.requests)
					.build());
		JobInstance instance = this.engine.repository().createJobInstance("split", new JobParameters());
		JobExecution killed = kill(instance, "manager", "export:00000000");
		assertThat(restart(killed).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.engine.rows()).containsExactlyInAnyOrderElementsOf(crowd.rows());
	}

	/**
	 * Leaves behind what a process does that is killed when it has made steps.
	 */
	private JobExecution kill(JobInstance instance, String... steps) {
		JobRepository repository = this.engine.repository();
		JobExecution execution = repository.createJobExecution(instance, new JobParameters(), new ExecutionContext());
		execution.setStatus(BatchStatus.STARTED);
		repository.update(execution);
		for (String name : steps) {
			StepExecution step = repository.createStepExecution(name, execution);
			step.setStatus(BatchStatus.STARTED);
			repository.update(step);
		}
		return execution;
	}

	private JobExecution restart(JobExecution killed) throws Exception {
		return new SweepRecovery(this.engine.operator(), this.engine.repository(), Duration.ZERO)
			.restart(killed.getId());
	}

}
