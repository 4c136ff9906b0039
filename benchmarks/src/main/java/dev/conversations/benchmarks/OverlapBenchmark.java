package dev.conversations.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Program that measures how far waiting for the server overlaps the consumer's work, and
 * prints a table in Markdown: the time as a ratio to the ideal, in which only the first
 * page is waited for. If this project's client takes more than 1.10 times the ideal, or
 * requests more than one page ahead, the program ends with status 1.
 *
 * @since 0.1.0
 */
public final class OverlapBenchmark {

	private static final int DELAY = 20;

	private static final int IDEAL = DELAY * (PageServer.PAGES + 1);

	private static final double LIMIT = 1.10;

	private static final int WARM_UPS = 1000;

	private static final int RUNS = 5;

	private static final Contender STARTER = new StarterContender();

	private static final List<Contender> CONTENDERS = List.of(STARTER, new ExpandContender(), new TwilioJavaContender(),
			new JdkContender());

	private final ServerProcess server;

	private boolean passed = true;

	private OverlapBenchmark(ServerProcess server) {
		this.server = server;
	}

	/**
	 * Measures and prints.
	 * @param args none
	 * @throws IOException if the server cannot be started
	 */
	public static void main(String[] args) throws IOException {
		try (ServerProcess server = ServerProcess.start()) {
			OverlapBenchmark benchmark = new OverlapBenchmark(server);
			System.out.println(benchmark.table());
			if (!benchmark.passed) {
				System.exit(1);
			}
		}
	}

	private String table() {
		String head = "| client | "
				+ Arrays.stream(Consumer.values()).map(Consumer::title).collect(Collectors.joining(" | "))
				+ " |\n|---|---|---|---|\n";
		String rows = CONTENDERS.stream().map(this::row).collect(Collectors.joining("\n"));
		return """
				%d pages of %d, %d ms at the server and %d ms of work a page; ideal %,d ms.
				Each cell: median of %d runs as a ratio to the ideal; requests; most pages requested ahead of the one in work.
				JDK %s, %d cores, %s.

				"""
			.formatted(PageServer.PAGES, PageServer.PAGE_SIZE, DELAY, DELAY, IDEAL, RUNS, Runtime.version(),
					Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"))
				+ head + rows;
	}

	private String row(Contender contender) {
		return Arrays.stream(Consumer.values())
			.map((consumer) -> contender.supports(consumer) ? cell(contender, consumer) : "–")
			.collect(Collectors.joining(" | ", "| " + contender.name() + " | ", " |"));
	}

	private String cell(Contender contender, Consumer consumer) {
		for (int run = 0; run < WARM_UPS; run++) {
			read(contender, consumer, 0);
		}
		Result[] results = new Result[RUNS];
		Arrays.setAll(results, (run) -> read(contender, consumer, DELAY));
		Arrays.sort(results);
		int ahead = Arrays.stream(results).mapToInt(Result::ahead).max().orElseThrow();
		Result median = results[RUNS / 2];
		double ratio = median.millis() / IDEAL;
		this.passed &= contender != STARTER || (ratio <= LIMIT && ahead <= 1);
		return "%.2f; %d; %d".formatted(ratio, median.requests(), ahead);
	}

	private Result read(Contender contender, Consumer consumer, int delay) {
		URI baseUrl = this.server.url(delay);
		Work work = new Work(Duration.ofMillis(delay));
		long start = System.nanoTime();
		contender.read(baseUrl, consumer, work);
		double millis = (System.nanoTime() - start) / 1e6;
		if (!work.isComplete()) {
			throw new IllegalStateException(contender.name() + " lost records");
		}
		return new Result(millis, work.requests(), work.ahead());
	}

	/**
	 * Outcome of one run.
	 *
	 * @param millis how long it took
	 * @param requests how many requests were sent
	 * @param ahead how many pages were requested ahead of the one in work, at most
	 */
	record Result(double millis, int requests, int ahead) implements Comparable<Result> {

		@Override
		public int compareTo(Result other) {
			return Double.compare(this.millis, other.millis);
		}

	}

}
