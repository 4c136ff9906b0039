package dev.conversations.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Measures how far waiting for the server overlaps the consumer's work, as a ratio to the
 * ideal, in which only the first page is waited for.
 */
final class OverlapBenchmark implements Benchmark {

	private static final int DELAY = 20;

	private static final ServedList LIST = ServedList.of(ListKind.CONVERSATIONS, 2, 50).withPageSize(20);

	private static final int IDEAL = DELAY * (LIST.pages() + 1);

	private static final double LIMIT = 1.10;

	private final AtomicReference<@Nullable Work> current = new AtomicReference<>();

	@Override
	public Report run(Settings settings, ServerProcess server) {
		Report report = new Report("Overlap of waiting and work");
		report.paragraph("""
				%d pages of %d, %d ms at the server and %d ms of work a page; ideal %,d ms.
				Each cell: median of %d runs as a ratio to the ideal; requests; \
				most pages requested ahead of the one in work.""", LIST.pages(), LIST.pageSize(), DELAY, DELAY, IDEAL,
				settings.rounds());
		report.head(Stream.concat(Stream.of("client"), Arrays.stream(Consumer.values()).map(Consumer::title))
			.toArray(String[]::new));
		try (StarterClient starter = StarterClient.listening(server.url(), this::countRequest)) {
			PlainClient plain = new PlainClient(server.url(), 500, this::countRequest);
			List<Result> own = row(settings, starter, report);
			List<Result> peer = row(settings, plain, report);
			row(settings, new TwilioJavaClient(server.url(), this::countRequest), report);
			row(settings, new JdkClient(server.url(), this::countRequest), report);
			addGoals(own, peer, report);
		}
		return report;
	}

	private void countRequest() {
		Work work = this.current.get();
		if (work != null) {
			work.countRequest();
		}
	}

	private List<Result> row(Settings settings, ListClient client, Report report) {
		List<Result> results = Arrays.stream(Consumer.values())
			.filter((consumer) -> consumer == Consumer.ITERATOR || client instanceof ReactiveClient)
			.map((consumer) -> measure(settings, client, consumer))
			.toList();
		String cells = results.stream().map(Result::cell).collect(Collectors.joining(" | "));
		report.row("%s | %s%s", client.name(), cells, " | –".repeat(Consumer.values().length - results.size()));
		return results;
	}

	private static void addGoals(List<Result> own, List<Result> peer, Report report) {
		for (int i = 0; i < own.size(); i++) {
			Result result = own.get(i);
			String title = result.consumer().title();
			report.goal(Goal.atMost(title + " : ideal", result.ratio(), LIMIT));
			report.goal(Goal.atMost(title + " : WebClient + `expand`", result.ratio() / peer.get(i).ratio(), 1.00));
			report.goal(Goal.atMost(title + ", pages ahead", result.ahead(), 1));
		}
	}

	private Result measure(Settings settings, ListClient client, Consumer consumer) {
		long end = System.nanoTime() + settings.warmUp().toNanos();
		while (System.nanoTime() < end) {
			read(client, consumer, 0);
		}
		List<Result> results = Stream.generate(() -> read(client, consumer, DELAY))
			.limit(settings.rounds())
			.sorted(Comparator.comparing(Result::ratio))
			.toList();
		Result median = results.get(results.size() / 2);
		int ahead = results.stream().mapToInt(Result::ahead).max().orElseThrow();
		return new Result(consumer, median.ratio(), median.requests(), ahead);
	}

	private Result read(ListClient client, Consumer consumer, int delay) {
		ServedList list = LIST.withDelay(delay);
		Work work = new Work(list, Duration.ofMillis(delay));
		this.current.set(work);
		long start = System.nanoTime();
		if (client instanceof ReactiveClient reactive) {
			consumer.consume(reactive.records(list), work);
		}
		else if (client instanceof BlockingClient blocking) {
			blocking.records(list).forEach(work::block);
		}
		double millis = (System.nanoTime() - start) / 1e6;
		if (!work.isComplete()) {
			throw new IllegalStateException(client.name() + " lost records");
		}
		return new Result(consumer, millis / IDEAL, work.requests(), work.ahead());
	}

	/**
	 * Outcome of runs.
	 *
	 * @param consumer how the records were consumed
	 * @param ratio the time as a ratio to the ideal
	 * @param requests how many requests were sent
	 * @param ahead how many pages were requested ahead of the one in work, at most
	 */
	record Result(Consumer consumer, double ratio, int requests, int ahead) {

		String cell() {
			return "%.2f; %d; %d".formatted(this.ratio, this.requests, this.ahead);
		}

	}

}
