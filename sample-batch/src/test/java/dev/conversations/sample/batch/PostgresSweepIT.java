package dev.conversations.sample.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The same on PostgreSQL, by properties alone.
 */
@Timeout(600)
class PostgresSweepIT {

	private static final int PARTICIPANTS = Integer.getInteger("sweep.participants", 1000);

	@TempDir
	Path directory;

	@Test
	void sweepWhenWorkerAndManagerAreKilledLosesAndDoublesNothing() throws Exception {
		try (EmbeddedPostgres postgres = start();
				Cluster cluster = new Cluster(this.directory, PARTICIPANTS, settings(postgres))) {
			cluster.startSimulator("--latency=20");
			ChildProcess manager = cluster.startManager();
			ChildProcess victim = cluster.startWorker("worker 1");
			cluster.startWorker("worker 2");
			cluster.awaitParticipants(manager, PARTICIPANTS / 5);
			victim.kill();
			cluster.awaitParticipants(manager, PARTICIPANTS / 2);
			manager.kill();
			ChildProcess second = cluster.startManager("--twilio.conversations.batch.quiet-period=5s");
			cluster.awaitCompleted(second);
		}
	}

	/**
	 * Starts PostgreSQL, which root can only do where it may take the id of another user.
	 * Where it may not, the test is skipped.
	 */
	private static EmbeddedPostgres start() throws IOException {
		try {
			return EmbeddedPostgres.builder().start();
		}
		catch (IOException | IllegalStateException ex) {
			assumeThat(System.getProperty("user.name")).as("user who starts PostgreSQL").isNotEqualTo("root");
			throw ex;
		}
	}

	private static List<String> settings(EmbeddedPostgres postgres) {
		return List.of("--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
				"--spring.datasource.username=postgres", "--spring.datasource.password=postgres",
				"--twilio.conversations.batch.participants-per-partition=200",
				"--twilio.conversations.batch.chunk-size=50", "--twilio.conversations.batch.concurrency=4");
	}

}
