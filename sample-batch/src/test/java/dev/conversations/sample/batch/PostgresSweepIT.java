package dev.conversations.sample.batch;

import java.nio.file.Path;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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
		try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
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

	private static List<String> settings(EmbeddedPostgres postgres) {
		return List.of("--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
				"--spring.datasource.username=postgres", "--spring.datasource.password=postgres",
				"--twilio.conversations.batch.participants-per-partition=200",
				"--twilio.conversations.batch.chunk-size=50", "--twilio.conversations.batch.concurrency=4");
	}

}
