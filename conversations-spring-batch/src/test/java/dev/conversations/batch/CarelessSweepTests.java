package dev.conversations.batch;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.conversations.client.ParticipantConversation;
import dev.conversations.test.ConversationsSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.support.ExecutorSubscribableChannel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of sweeps that are odd in size, or whose writer fails badly.
 */
@SweepTest
class CarelessSweepTests {

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

	@ParameterizedTest
	@CsvSource({ "0, 1", "1, 1", "1, 2147483647", "30, 2147483647", "30, 1" })
	void sweepWhenSizesAreOddCompletes(int participants, int participantsPerPartition) throws Exception {
		Crowd crowd = new Crowd(this.simulator, participants, (i) -> 2);
		worker(crowd, this.engine.writer());
		Job job = this.engine.job("odd-%d-%d".formatted(participants, participantsPerPartition),
				manager(crowd, participantsPerPartition));
		assertThat(this.engine.start(job).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.engine.rows()).containsExactlyInAnyOrderElementsOf(crowd.rows());
	}

	@Test
	void sweepWhenWriterThrowsErrorFailsAndGoesOnWhenStartedAgain() throws Exception {
		Crowd crowd = new Crowd(this.simulator, 10, (i) -> 4);
		AtomicBoolean fatal = new AtomicBoolean(true);
		worker(crowd, (chunk) -> {
			this.engine.writer().write(chunk);
			if (fatal.getAndSet(false)) {
				throw new LinkageError("a library is missing");
			}
		});
		Job job = this.engine.job("error", manager(crowd, 4));
		assertThat(this.engine.start(job).getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(this.engine.start(job).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.engine.rows()).containsExactlyInAnyOrderElementsOf(crowd.rows());
	}

	private Step manager(Crowd crowd, int participantsPerPartition) {
		return ParticipantSweep.manager("manager", this.engine.repository())
			.worker("export")
			.participants(crowd.source())
			.participantsPerPartition(participantsPerPartition)
			.pollInterval(Duration.ofMillis(50))
			.requests(this.requests)
			.build();
	}

	private void worker(Crowd crowd, ItemWriter<ParticipantConversation> writer) {
		ParticipantSweep.worker("export", this.engine.repository())
			.reader(this.engine.reader(crowd.source()))
			.writer(writer)
			.chunkSize(5)
			.transactionManager(this.engine.transactions())
			.requests(this.requests)
			.build();
	}

}
