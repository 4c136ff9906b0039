package dev.conversations.sample.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills, freezes and restarts the processes of an export. Each test ends with as many
 * rows as there are conversations, all of them distinct.
 */
@Timeout(600)
class SweepProcessesIT {

	private static final int PARTICIPANTS = Integer.getInteger("sweep.participants", 1000);

	private static final String LATENCY = "--latency=20";

	private static final List<String> SMALL = List.of("--twilio.conversations.batch.participants-per-partition=200",
			"--twilio.conversations.batch.chunk-size=50", "--twilio.conversations.batch.concurrency=4");

	private static final List<String> GREEDY = List.of("--twilio.conversations.batch.participants-per-partition=200",
			"--twilio.conversations.batch.chunk-size=50", "--twilio.conversations.batch.concurrency=16");

	private static final Duration LIMIT = Duration.ofMinutes(2);

	@TempDir
	Path directory;

	@Test
	@Tag("long")
	void exportWhenInterruptedAndKilledGoesOn() throws Exception {
		try (Cluster cluster = new Cluster(this.directory, PARTICIPANTS, SMALL)) {
			ChildProcess interrupted = cluster.startAlone();
			cluster.awaitParticipants(interrupted, PARTICIPANTS / 5);
			interrupted.interrupt(LIMIT);
			ChildProcess killed = cluster.startAlone();
			killed.await((line) -> line.equals("going on where the last export was STOPPED"), LIMIT);
			cluster.awaitParticipants(killed, PARTICIPANTS / 2);
			killed.kill();
			ChildProcess last = cluster.startAlone();
			last.await((line) -> line.equals("going on where the last export was STARTED"), LIMIT);
			cluster.awaitCompleted(last);
		}
	}

	@Test
	@Tag("long")
	void sweepWhenWorkerIsKilledIsTakenOverByAnother() throws Exception {
		try (Cluster cluster = new Cluster(this.directory, PARTICIPANTS, SMALL)) {
			cluster.startSimulator(LATENCY);
			ChildProcess manager = cluster.startManager();
			ChildProcess victim = cluster.startWorker("worker 1");
			cluster.startWorker("worker 2");
			cluster.awaitParticipants(manager, PARTICIPANTS / 4);
			victim.kill();
			cluster.awaitCompleted(manager);
		}
	}

	/**
	 * The broker dies with the manager, and its queue still holds the requests of the
	 * first execution when the second one sends its own.
	 */
	@Test
	@Tag("long")
	void sweepWhenManagerIsKilledGoesOnAndIgnoresStaleRequests() throws Exception {
		try (Cluster cluster = new Cluster(this.directory, PARTICIPANTS, SMALL)) {
			cluster.startSimulator(LATENCY);
			ChildProcess manager = cluster.startManager();
			cluster.startWorker("worker 1");
			cluster.startWorker("worker 2");
			cluster.awaitParticipants(manager, PARTICIPANTS / 4);
			manager.kill();
			ChildProcess second = cluster.startManager("--twilio.conversations.batch.quiet-period=5s");
			cluster.awaitCompleted(second);
		}
	}

	@Test
	@Tag("long")
	void sweepWhenWorkerIsFrozenAndReplacedLosesAndDoublesNothing() throws Exception {
		try (Cluster cluster = new Cluster(this.directory, PARTICIPANTS, SMALL)) {
			cluster.startSimulator(LATENCY);
			ChildProcess manager = cluster.startManager();
			ChildProcess victim = cluster.startWorker("worker 1");
			cluster.startWorker("worker 2");
			cluster.awaitParticipants(manager, PARTICIPANTS / 4);
			victim.signal("STOP");
			cluster.awaitParticipants(manager, PARTICIPANTS * 9 / 10);
			victim.signal("CONT");
			cluster.awaitCompleted(manager);
		}
	}

	@Test
	@Tag("long")
	void sweepWhenBrokerIsKilledAndRestartedLosesAndDoublesNothing() throws Exception {
		int port = Cluster.freePort();
		List<String> broker = List.of(this.directory.resolve("broker").toString(), String.valueOf(port));
		String url = "--spring.artemis.broker-url=tcp://127.0.0.1:%d?consumerWindowSize=0".formatted(port);
		try (Cluster cluster = new Cluster(this.directory, PARTICIPANTS, SMALL)) {
			ChildProcess first = cluster.add(new ChildProcess("broker", BrokerProcess.class, broker));
			first.await((line) -> line.equals("broker is up"), LIMIT);
			cluster.startSimulator(LATENCY);
			ChildProcess manager = cluster.startManager(url, "--spring.artemis.mode=native",
					"--spring.artemis.embedded.enabled=false");
			cluster.startWorker("worker 1", url);
			cluster.startWorker("worker 2", url);
			cluster.awaitParticipants(manager, PARTICIPANTS / 4);
			first.kill();
			cluster.add(new ChildProcess("broker", BrokerProcess.class, broker));
			cluster.awaitCompleted(manager);
		}
	}

	/**
	 * Three workers want 48 requests at once of an account that is granted 12.
	 */
	@Test
	void sweepWhenAccountIsLimitedSettlesWithinTheLimit() throws Exception {
		try (Cluster cluster = new Cluster(this.directory, PARTICIPANTS, GREEDY)) {
			ChildProcess simulator = cluster.startSimulator("--latency=50", "--limit=12");
			ChildProcess manager = cluster.startManager();
			for (int i = 1; i <= 3; i++) {
				cluster.startWorker("worker " + i);
			}
			int first = cluster.awaitParticipants(manager, PARTICIPANTS / 5);
			long begin = System.nanoTime();
			cluster.awaitCompleted(manager);
			double seconds = (System.nanoTime() - begin) / 1e9;
			simulator.tell("count");
			int requests = Integer.parseInt(simulator.await((line) -> line.matches("\\d+"), LIMIT));
			System.out.printf("%d requests for %d lists, %.0f lists/s; 12 at once of 50 ms are 240 lists/s%n", requests,
					PARTICIPANTS, (PARTICIPANTS - first) / seconds);
			assertThat(requests).isBetween(PARTICIPANTS, 2 * PARTICIPANTS);
		}
	}

}
