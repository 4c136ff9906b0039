package dev.conversations.benchmarks;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import reactor.core.Disposable;

/**
 * Subscribes to 100 to 100,000 lists at once: first while no answer comes, to see what
 * each retains, then to see what reading them costs.
 */
final class WaitingBenchmark implements Benchmark {

	private static final int CONNECTIONS = 64;

	private static final ServedList LIST = ServedList.of(ListKind.CONVERSATIONS, 2, 1).withPageSize(10);

	private static final int NEVER = 600_000;

	@Override
	public Report run(Settings settings, ServerProcess server) {
		Report report = new Report("Waiting streams");
		report.paragraph(
				"Each list is a page of %d records. One request is under way while the heap is measured, %d while lists are read.",
				LIST.pageSize(), CONNECTIONS);
		List<Integer> counts = Stream.of(100, 1000, 10_000, 100_000).map(settings::scaled).distinct().toList();
		List<Double> heaps = heaps(settings, server, counts);
		List<Series> results = race(settings, server, counts);
		report.head("streams", "B live a stream", "CPU µs/record", "spread", ": fewest", "B/record");
		for (int i = 0; i < counts.size(); i++) {
			Series result = results.get(i);
			report.row("%,d | %,.0f | %.2f | %.0f %% | %.2f | %,.0f", counts.get(i), heaps.get(i),
					result.median(Measurement::cpu), 100 * result.spread(Measurement::cpu),
					result.ratio(Measurement::cpu, results.get(0)), result.median(Measurement::bytes));
			report.goal(Goal.atMost("B live a waiting stream, %,d".formatted(counts.get(i)), heaps.get(i), 4096));
		}
		IntStream.range(1, counts.size())
			.forEach((i) -> report.goal(Goal.atMost("CPU a record, %,d streams : fewest".formatted(counts.get(i)),
					results.get(i).ratio(Measurement::cpu, results.get(0)), 1.05)));
		return report;
	}

	private static List<Double> heaps(Settings settings, ServerProcess server, List<Integer> counts) {
		try (StarterClient starter = StarterClient.create(server.url(), "http.max-connections=1",
				"max-concurrent-requests=1", "http.response-timeout=1h")) {
			Disposable underWay = starter.read(LIST.withDelay(NEVER)).subscribe();
			subscribe(starter, 100).dispose();
			List<Double> heaps = counts.stream().map((count) -> median(settings, starter, count)).toList();
			underWay.dispose();
			return heaps;
		}
	}

	private static double median(Settings settings, StarterClient starter, int count) {
		return Series
			.median(IntStream.range(0, settings.rounds()).mapToDouble((round) -> liveHeap(starter, count)).toArray());
	}

	private static double liveHeap(StarterClient starter, int count) {
		long before = Meter.liveHeap();
		Disposable streams = subscribe(starter, count);
		double live = Meter.liveHeap() - before;
		streams.dispose();
		return live / count;
	}

	private static Disposable subscribe(StarterClient starter, int count) {
		ServedList list = LIST.withDelay(NEVER);
		return AtOnce.read(count, (number) -> starter.read(list.withNumber(number))).subscribe();
	}

	private static List<Series> race(Settings settings, ServerProcess server, List<Integer> counts) {
		try (StarterClient starter = StarterClient.create(server.url(), "http.max-connections=" + CONNECTIONS)) {
			return new Race(settings, server).run(counts.stream()
				.map((count) -> new Entrant("%,d".formatted(count),
						AtOnce.read(count, (number) -> starter.read(LIST.withNumber(number))), count * LIST.records()))
				.toList());
		}
	}

}
