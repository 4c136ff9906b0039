package dev.conversations.benchmarks;

import java.util.List;

import reactor.core.publisher.Mono;

/**
 * Reads pages of one record, beside a bare GET of them.
 */
final class SingleBenchmark implements Benchmark {

	@Override
	public Report run(Settings settings, ServerProcess server) {
		Report report = new Report("A page of one record");
		report.head("list", "client", "pages/s", "spread", "CPU µs/page", ": bare GET", "B/page", "compilation");
		Race race = new Race(settings, server);
		try (StarterClient starter = StarterClient.create(server.url())) {
			PlainClient plain = new PlainClient(server.url(), 500, () -> {
			});
			settings.kinds().forEach((kind) -> run(race, starter, plain, kind, report));
		}
		return report;
	}

	private static void run(Race race, StarterClient starter, PlainClient plain, ListKind kind, Report report) {
		ServedList list = ServedList.of(kind, 2, 1).withPageSize(1);
		Entrant bare = new Entrant("WebClient GET",
				Mono.defer(() -> plain.firstPage(list)).map((page) -> (long) page.records().size()), list.records());
		List<Series> results = race.run(List.of(Entrant.of(starter, list), bare));
		results.forEach((result) -> report.row("%s | %s | %,.0f | %.0f %% | %.1f | %.2f | %,.0f | %.0f %%", kind.key(),
				result.name(), result.median(Measurement::recordsPerSecond),
				100 * result.spread(Measurement::recordsPerSecond), result.median(Measurement::cpu),
				result.ratio(Measurement::cpu, results.get(1)), result.median(Measurement::bytes),
				100 * result.median(Measurement::compilationShare)));
		report.goal(Goal.atMost("CPU of a page of one record : bare WebClient GET, " + kind.key(),
				results.get(0).ratio(Measurement::cpu, results.get(1)), 1.10));
	}

}
