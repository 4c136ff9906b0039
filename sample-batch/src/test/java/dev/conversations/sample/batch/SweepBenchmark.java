package dev.conversations.sample.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares a step with plain Reactor and JDBC, one worker with two and three, and what
 * three workers make of an account's limit. The simulator has a process of its own. It is
 * no test: it runs only when it is named, and prints tables in Markdown.
 */
@Timeout(1800)
class SweepBenchmark {

	private static final int PARTICIPANTS = Integer.getInteger("sweep.participants", 4000);

	private static final int CHUNK = Export.CHUNK;

	private static final int ROUNDS = Integer.getInteger("sweep.rounds", 5);

	@TempDir
	Path directory;

	@Test
	void stepBesidePlainReactor() throws Exception {
		int participants = PARTICIPANTS / 2;
		try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
				Cluster cluster = new Cluster(this.directory, participants, List.of())) {
			ChildProcess simulator = cluster.startSimulator("--latency=20", "--conversations=20");
			List<String> settings = new ArrayList<>(settings(postgres, CHUNK));
			settings.addAll(cluster.connection());
			settings.addAll(List.of("--sweep.role=benchmark", "--sweep.directory=" + this.directory,
					"--sweep.participants=" + participants));
			try (Export export = new Export(participants, settings)) {
				compare(export, simulator, SampleData.expectedRows(participants) * 20);
			}
		}
	}

	private static void compare(Export export, ChildProcess simulator, long records) throws Exception {
		double[] plain = new double[ROUNDS];
		double[] step = new double[ROUNDS];
		export.plain();
		export.step();
		double cpu = cpu(simulator);
		for (int i = 0; i < ROUNDS; i++) {
			boolean stepFirst = i % 2 == 1;
			step[i] = stepFirst ? export.step() : 0;
			plain[i] = export.plain();
			step[i] = stepFirst ? step[i] : export.step();
		}
		double total = Arrays.stream(plain).sum() + Arrays.stream(step).sum();
		print("| records | plain `flatMap` | step | step ÷ plain | all rounds | simulator |");
		print("|---|---|---|---|---|---|");
		print("| %d | %.2f s | %.2f s | %.2f | %s; %s | %.0f %% of a core |".formatted(records, median(plain),
				median(step), median(step) / median(plain), all(plain), all(step),
				100 * (cpu(simulator) - cpu) / total));
	}

	@Test
	void oneTwoAndThreeWorkers() throws Exception {
		print("| workers | lists a second | records a second | simulator | workers together |");
		print("|---|---|---|---|---|");
		for (int workers = 1; workers <= 3; workers++) {
			Rate rate = rate(workers, CHUNK, List.of("--latency=100", "--conversations=20"), List.of());
			print("| %d | %.0f | %.0f | %.0f %% of a core | %.0f %% of a core |".formatted(workers, rate.lists(),
					60 * rate.lists(), rate.simulator(), rate.workers()));
		}
	}

	@Test
	void threeWorkersWithinLimitOfAccount() throws Exception {
		print("| 3 workers, 12 requests at once of 100 ms granted | lists a second | of 120 |");
		print("|---|---|---|");
		List<String> simulator = List.of("--latency=100", "--limit=12");
		limited("gates adapt to 429", simulator, List.of());
		limited("4 requests at once by each", simulator,
				List.of("--twilio.conversations.http.max-concurrent-requests=4"));
	}

	private void limited(String name, List<String> simulator, List<String> settings) throws Exception {
		Rate rate = rate(3, CHUNK / 10, simulator, settings);
		print("| %s | %.0f | %.0f %% |".formatted(name, rate.lists(), 100 * rate.lists() / 120));
	}

	/**
	 * Measures once all workers are up, for four fifths of the participants that are left
	 * then, so that neither begin nor end counts.
	 */
	private Rate rate(int count, int chunkSize, List<String> simulated, List<String> settings) throws Exception {
		Path place = this.directory.resolve("run-" + System.nanoTime());
		try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
				Cluster cluster = new Cluster(place, PARTICIPANTS, settings(postgres, chunkSize))) {
			ChildProcess simulator = cluster.startSimulator(simulated.toArray(String[]::new));
			ChildProcess manager = cluster.startManager();
			List<ChildProcess> workers = startWorkers(cluster, count, settings);
			manager.forget();
			int first = cluster.awaitParticipants(manager, 1);
			Rate.Start start = Rate.start(simulator, workers);
			int last = cluster.awaitParticipants(manager, first + (PARTICIPANTS - first) * 4 / 5);
			return start.end(last - first);
		}
	}

	private static List<ChildProcess> startWorkers(Cluster cluster, int count, List<String> settings) throws Exception {
		List<String> arguments = new ArrayList<>(settings);
		arguments.add("--logging.level.dev.conversations.sample=info");
		List<ChildProcess> workers = new ArrayList<>();
		for (int i = 1; i <= count; i++) {
			workers.add(cluster.startWorker("worker " + i, arguments.toArray(String[]::new)));
		}
		for (ChildProcess worker : workers) {
			worker.await((line) -> line.contains("Started SampleSweep"), Cluster.LIMIT);
		}
		return workers;
	}

	private static List<String> settings(EmbeddedPostgres postgres, int chunkSize) {
		return List.of(
				"--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres")
						+ "&reWriteBatchedInserts=true",
				"--spring.datasource.username=postgres", "--spring.datasource.password=postgres",
				"--twilio.conversations.batch.participants-per-partition=100",
				"--twilio.conversations.batch.chunk-size=" + chunkSize, "--twilio.conversations.paging.page-size=20");
	}

	private static double cpu(ChildProcess process) {
		return process.cpu().toMillis() / 1e3;
	}

	private static double median(double[] seconds) {
		return Arrays.stream(seconds).sorted().toArray()[seconds.length / 2];
	}

	private static String all(double[] seconds) {
		return String.join(" ",
				Arrays.stream(seconds).mapToObj((value) -> "%.2f".formatted(value)).toArray(String[]::new));
	}

	private static void print(String text) {
		System.out.println("benchmark: " + text);
	}

	/**
	 * How fast a sweep goes, and the load in percent of a core.
	 */
	private record Rate(double lists, double simulator, double workers) {

		static Start start(ChildProcess simulator, List<ChildProcess> workers) {
			return new Start(simulator, workers, System.nanoTime(), cpu(simulator), cpuOf(workers));
		}

		private static double cpuOf(List<ChildProcess> processes) {
			return processes.stream().mapToDouble(SweepBenchmark::cpu).sum();
		}

		private record Start(ChildProcess simulator, List<ChildProcess> workers, long nanos, double simulatorCpu,
				double workersCpu) {

			Rate end(int lists) {
				double seconds = (System.nanoTime() - this.nanos) / 1e9;
				return new Rate(lists / seconds, 100 * (cpu(this.simulator) - this.simulatorCpu) / seconds,
						100 * (cpuOf(this.workers) - this.workersCpu) / seconds);
			}

		}

	}

}
