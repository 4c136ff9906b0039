package dev.conversations.batch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.test.ConversationsSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.support.ExecutorSubscribableChannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ParticipantSweep}, with manager and workers in one process.
 */
@SweepTest
class ParticipantSweepTests {

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
	void sweepWhenSeveralWorkersWritesEachConversationOnce() throws Exception {
		Crowd crowd = new Crowd(this.simulator, 20, (i) -> i % 7);
		crowd.poison(5);
		worker(crowd, this.engine.writer());
		SweepProgress progress = new SweepProgress(this.engine.repository());
		Job job = this.engine.job("sweep", manager(crowd.source(), 3, this.requests).listener(progress).build());
		assertThat(this.engine.start(job).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.engine.rows()).doesNotHaveDuplicates().hasSize(crowd.rows().size() - 1);
		SweepStatus status = progress.status();
		assertThat(status.participants()).isEqualTo(20);
		assertThat(status.finished()).isEqualTo(19);
		assertThat(status.failed()).isOne();
		assertThat(status.remaining()).isZero();
		assertThat(status.records()).isEqualTo(crowd.rows().size() - 1);
		assertThat(status.partitions()).containsOnly(Map.entry(BatchStatus.COMPLETED, 7L));
	}

	@Test
	void sweepWhenWorkerFailsGoesOnWhenStartedAgain() throws Exception {
		Crowd crowd = new Crowd(this.simulator, 12, (i) -> 6);
		AtomicInteger writes = new AtomicInteger();
		worker(crowd, (chunk) -> {
			this.engine.writer().write(chunk);
			if (writes.incrementAndGet() % 5 == 0) {
				throw new IllegalStateException("a database that cannot be written to");
			}
		});
		SweepProgress progress = new SweepProgress(this.engine.repository());
		Job job = this.engine.job("again", manager(crowd.source(), 4, this.requests).listener(progress).build());
		assertThat(this.engine.start(job).getStatus()).isEqualTo(BatchStatus.FAILED);
		Engine.await(() -> start(job).getStatus() == BatchStatus.COMPLETED);
		assertThat(this.engine.rows()).containsExactlyInAnyOrderElementsOf(crowd.rows());
		assertThat(progress.status().records()).isEqualTo(crowd.rows().size());
		assertThat(progress.status().finished()).isEqualTo(12);
	}

	@Test
	void sweepWhenStoppedEndsAndGoesOnWhenStartedAgain() throws Exception {
		Crowd crowd = new Crowd(this.simulator, 30, (i) -> 6);
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch stopped = new CountDownLatch(1);
		worker(crowd, (chunk) -> {
			this.engine.writer().write(chunk);
			begun.countDown();
			assertThat(stopped.await(60, TimeUnit.SECONDS)).isTrue();
		});
		Job job = this.engine.job("stop", manager(crowd.source(), 2, this.requests).build());
		CompletableFuture<JobExecution> running = this.engine.startLater(job);
		assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
		this.engine.operator().stop(this.engine.repository().findRunningJobExecutions("stop").iterator().next());
		stopped.countDown();
		assertThat(running.join().getStatus()).isEqualTo(BatchStatus.STOPPED);
		assertThat(this.engine.rows()).hasSizeLessThan(crowd.rows().size());
		assertThat(this.engine.start(job).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.engine.rows()).containsExactlyInAnyOrderElementsOf(crowd.rows());
	}

	@Test
	void sweepWhenRequestsAreDeliveredAgainWritesNothingTwice() throws Exception {
		Crowd crowd = new Crowd(this.simulator, 10, (i) -> 6);
		worker(crowd, this.engine.writer());
		MessageChannel twice = (message, timeout) -> {
			this.requests.send(message);
			return this.requests.send(message);
		};
		Job job = this.engine.job("twice", manager(crowd.source(), 3, twice).build());
		Engine.await(() -> start(job).getStatus() == BatchStatus.COMPLETED);
		this.threads.shutdown();
		assertThat(this.threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
		assertThat(this.engine.rows()).containsExactlyInAnyOrderElementsOf(crowd.rows());
	}

	@Test
	void sweepWhenParticipantsHaveChangedIsNotStartedAgain() throws Exception {
		Crowd crowd = new Crowd(this.simulator, 4, (i) -> 6);
		worker(crowd, (chunk) -> {
			throw new IllegalStateException("a database that cannot be written to");
		});
		assertThat(this.engine.start(this.engine.job("changed", manager(crowd.source(), 2, this.requests).build()))
			.getStatus()).isEqualTo(BatchStatus.FAILED);
		for (ParticipantSweepManagerBuilder other : List.of(manager(crowd.source(), 3, this.requests),
				manager(ParticipantSource.of(List.of(ParticipantIdentifier.identity("ada"))), 2, this.requests))) {
			Job job = new JobBuilder("changed", this.engine.repository()).start(other.build()).build();
			JobExecution execution = this.engine.start(job);
			assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
			assertThat(execution.getStepExecutions()).singleElement()
				.extracting((step) -> step.getExitStatus().getExitDescription())
				.asString()
				.contains("are not those that the sweep was started with");
		}
	}

	@Test
	void workerWhenReplacedWhileJobIsStoppedCannotCommit() throws Exception {
		Crowd crowd = new Crowd(this.simulator, 2, (i) -> 6);
		JobExecution job = this.engine.repository()
			.createJobExecution(this.engine.repository().createJobInstance("replaced", new JobParameters()),
					new JobParameters(), new ExecutionContext());
		job.setStatus(BatchStatus.STARTED);
		this.engine.repository().update(job);
		StepExecution frozen = this.engine.repository().createStepExecution("export:1", job);
		AtomicInteger chunks = new AtomicInteger();
		ParticipantSweep.worker("export", this.engine.repository())
			.reader(this.engine.reader(crowd.source()))
			.chunkSize(5)
			.transactionManager(this.engine.transactions())
			.requests(this.requests)
			.writer((chunk) -> {
				this.engine.writer().write(chunk);
				if (chunks.incrementAndGet() == 2) {
					replaceAndStop(frozen.getId(), job);
				}
			})
			.build()
			.execute(frozen);
		assertThat(frozen.getStatus()).isEqualTo(BatchStatus.UNKNOWN);
		assertThat(this.engine.rows()).hasSize(5);
		StepExecution stored = this.engine.repository().getStepExecution(frozen.getId());
		assertThat(stored.getStatus()).isEqualTo(BatchStatus.STOPPED);
	}

	private void replaceAndStop(long stepExecutionId, JobExecution job) {
		Thread other = new Thread(() -> {
			JobExecution loaded = this.engine.load(job);
			loaded.setStatus(BatchStatus.STOPPED);
			this.engine.repository().update(loaded);
			StepExecution replacement = this.engine.repository().getStepExecution(stepExecutionId);
			replacement.setStatus(BatchStatus.STOPPED);
			this.engine.repository().update(replacement);
		});
		other.start();
		try {
			other.join(60_000);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void buildWhenSomethingIsMissingIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(ParticipantSweep.manager("manager", this.engine.repository())::build)
			.withMessage("'worker' must be set");
		assertThatIllegalArgumentException()
			.isThrownBy(ParticipantSweep.worker("worker", this.engine.repository())::build)
			.withMessage("'reader' must be set");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ParticipantSweep.worker("worker", this.engine.repository()).chunkSize(0))
			.withMessage("'chunkSize' must be positive");
	}

	private JobExecution start(Job job) {
		try {
			return this.engine.start(job);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private ParticipantSweepManagerBuilder manager(ParticipantSource source, int size, MessageChannel channel) {
		return ParticipantSweep.manager("manager", this.engine.repository())
			.worker("export")
			.participants(source)
			.participantsPerPartition(size)
			.pollInterval(Duration.ofMillis(50))
			.requests(channel);
	}

	private void worker(Crowd crowd, ItemWriter<ParticipantConversation> writer) {
		ParticipantSweep.worker("export", this.engine.repository())
			.reader(this.engine.reader(crowd.source()))
			.writer(writer)
			.chunkSize(5)
			.transactionManager(this.engine.transactions())
			.requests(this.requests)
			.failures(new FailedParticipantListener(this.engine.jdbc()))
			.build();
	}

}
