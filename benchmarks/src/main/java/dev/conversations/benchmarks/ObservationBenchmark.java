package dev.conversations.benchmarks;

import java.util.List;

/**
 * Reads lists with and without observation.
 */
final class ObservationBenchmark implements Benchmark {

	@Override
	public Report run(Settings settings, ServerProcess server) {
		Report report = new Report("Observation");
		report.head("client", "records/s", "spread", "CPU µs/record", ": unobserved", "B/record", "compilation");
		ServedList list = ServedList.of(ListKind.CONVERSATIONS, 2, 20);
		try (StarterClient starter = StarterClient.create(server.url());
				StarterClient observed = StarterClient.observed(server.url())) {
			List<Series> results = new Race(settings, server)
				.run(List.of(Entrant.of(starter, list), Entrant.of(observed, list)));
			results.forEach((result) -> report.row("%s | %,.0f | %.0f %% | %.2f | %.2f | %,.0f | %.0f %%",
					result.name(), result.median(Measurement::recordsPerSecond),
					100 * result.spread(Measurement::recordsPerSecond), result.median(Measurement::cpu),
					result.ratio(Measurement::cpu, results.get(0)), result.median(Measurement::bytes),
					100 * result.median(Measurement::compilationShare)));
			return report.goal(Goal.atMost("CPU, observed : unobserved, 50 records a page",
					results.get(1).ratio(Measurement::cpu, results.get(0)), 1.05));
		}
	}

}
