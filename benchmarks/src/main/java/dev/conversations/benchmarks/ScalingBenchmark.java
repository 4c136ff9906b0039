package dev.conversations.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/**
 * Reads lists of 10 to 10,000 pages.
 */
final class ScalingBenchmark implements Benchmark {

	@Override
	public Report run(Settings settings, ServerProcess server) {
		Report report = new Report("Length of a list");
		report.head("pages", "records/s", "spread", "CPU µs/record", ": shortest", "B/record", "compilation");
		try (StarterClient starter = StarterClient.create(server.url())) {
			List<Entrant> entrants = Stream.of(10, 100, 1000, settings.scaled(10_000))
				.distinct()
				.map((pages) -> entrant(starter, ServedList.of(ListKind.CONVERSATIONS, 2, pages)))
				.toList();
			report(new Race(settings, server).run(entrants), report);
		}
		return report;
	}

	private static Entrant entrant(StarterClient starter, ServedList list) {
		return new Entrant("%,d".formatted(list.pages()), starter.read(list), list.records());
	}

	private static void report(List<Series> results, Report report) {
		Series shortest = results.get(0);
		for (Series result : results) {
			report.row("%s | %,.0f | %.0f %% | %.2f | %.2f | %,.0f | %.0f %%", result.name(),
					result.median(Measurement::recordsPerSecond), 100 * result.spread(Measurement::recordsPerSecond),
					result.median(Measurement::cpu), result.ratio(Measurement::cpu, shortest),
					result.median(Measurement::bytes), 100 * result.median(Measurement::compilationShare));
		}
		results.stream()
			.skip(1)
			.forEach((result) -> report.goal(Goal.atMost("CPU a record, %s pages : 10 pages".formatted(result.name()),
					result.ratio(Measurement::cpu, shortest), 1.05)));
	}

}
