package dev.conversations.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Streams under races: threads demand and cancel while pages arrive at once or on other
 * threads, empty or failing. The seed, which is reported, decides on lists and demand;
 * the system property {@code page.stress.seed} repeats it.
 */
class PageStressTests {

	private static final int RUNS = 12_000;

	private static final int THREADS = 3;

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final ExecutorService consumers = Executors.newFixedThreadPool(THREADS);

	private final Scheduler server = Schedulers.newParallel("server", 2);

	private final CyclicBarrier start = new CyclicBarrier(THREADS);

	@AfterEach
	void stop() {
		this.consumers.shutdownNow();
		this.server.dispose();
	}

	@Test
	void racesWhateverTheirOrderKeepEveryRule(TestReporter reporter) throws Exception {
		long seed = Long.getLong("page.stress.seed", System.nanoTime());
		reporter.publishEntry("seed", Long.toString(seed));
		List<ScriptedRace> races = new ArrayList<>();
		for (long run = seed; run < seed + RUNS; run++) {
			ScriptedRace race = new ScriptedRace(new Random(run), this.server);
			race(race, run);
			assertThat(race.violations()).as("seed %s", run).isEmpty();
			races.add(race);
		}
		this.server.disposeGracefully().block(LIMIT);
		assertThat(races).allMatch((race) -> race.inFlight() == 0);
	}

	private void race(ScriptedRace race, long seed) throws Exception {
		race.subscribe();
		List<Callable<Integer>> tasks = new ArrayList<>();
		for (int thread = 0; thread < THREADS; thread++) {
			int number = thread;
			tasks.add(() -> {
				int arrived = this.start.await(10, TimeUnit.SECONDS);
				race.consume(number, seed);
				return arrived;
			});
		}
		for (Future<Integer> task : this.consumers.invokeAll(tasks, 20, TimeUnit.SECONDS)) {
			task.get();
		}
		race.finish();
	}

}
