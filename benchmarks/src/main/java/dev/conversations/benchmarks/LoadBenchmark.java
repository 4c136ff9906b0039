package dev.conversations.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Reads the lists of 10,000 participants, all subscribed to at once, on 256 connections.
 * A list that fails lacks records, which ends the benchmark.
 */
final class LoadBenchmark implements Benchmark {

	private static final int PARTICIPANTS = 10_000;

	private static final int CONNECTIONS = 256;

	private static final ServedList LIST = ServedList.of(ListKind.CONVERSATIONS, 1024, 3);

	private static final int DELAY = 50;

	private static final Duration PAUSE = Duration.ofMillis(500);

	private static final int ROUNDS = 3;

	private static final double MEGABYTE = 1e6;

	@Override
	public Report run(Settings settings, ServerProcess server) {
		int participants = settings.scaled(PARTICIPANTS);
		Report report = new Report("Many lists at once");
		report.paragraph("""
				%,d participants, %d pages of %d records with attributes of %,d B each, %d ms a page, %d connections. \
				The live heap is measured in a run of its own, with half a second between collections.""", participants,
				LIST.pages(), LIST.pageSize(), LIST.attributes(), DELAY, CONNECTIONS);
		try (StarterClient starter = StarterClient.create(server.url(), "http.max-connections=" + CONNECTIONS,
				"max-concurrent-requests=" + CONNECTIONS)) {
			PlainClient plain = new PlainClient(server.url(), CONNECTIONS, () -> {
			});
			Race race = new Race(settings.once(ROUNDS), server);
			race.warmUp(entrants(starter, plain, Math.min(participants, 1000), LIST));
			List<Entrant> entrants = entrants(starter, plain, participants, LIST.withDelay(DELAY));
			List<Series> results = race.measure(entrants);
			List<Double> heaps = entrants.stream().map((entrant) -> liveHeap(race, entrant)).toList();
			report(results, heaps, report);
		}
		return report;
	}

	private static List<Entrant> entrants(StarterClient starter, PlainClient plain, int participants, ServedList list) {
		long records = participants * list.records();
		return List.of(
				new Entrant(StarterClient.NAME + ", all at once",
						AtOnce.read(participants, (number) -> starter.read(list.withNumber(number))), records),
				new Entrant(StarterClient.NAME + ", `flatMap(…, 256)`", bounded(starter, participants, list), records),
				new Entrant(PlainClient.NAME + ", `flatMap(…, 256)`", bounded(plain, participants, list), records));
	}

	private static Mono<Long> bounded(ListClient client, int participants, ServedList list) {
		return Flux.range(0, participants)
			.flatMap((number) -> client.read(list.withNumber(number)), CONNECTIONS)
			.reduce(0L, Long::sum);
	}

	/**
	 * The largest live heap in one run, above that before it.
	 */
	private static double liveHeap(Race race, Entrant entrant) {
		long idle = Meter.liveHeap();
		AtomicLong largest = new AtomicLong(idle);
		Disposable collector = Mono.delay(PAUSE, Schedulers.boundedElastic())
			.doOnNext((tick) -> largest.accumulateAndGet(Meter.liveHeap(), Math::max))
			.repeat()
			.subscribe();
		try {
			race.once(entrant);
		}
		finally {
			collector.dispose();
		}
		return (largest.get() - idle) / MEGABYTE;
	}

	private static void report(List<Series> results, List<Double> heaps, Report report) {
		Series plain = results.get(2);
		report.head("client", "s", "spread", ": plain", "CPU µs/record", "MB live above idle", "server µs/record");
		for (int i = 0; i < results.size(); i++) {
			Series result = results.get(i);
			report.row("%s | %.2f | %.0f %% | %.2f | %.2f | %.0f | %.2f", result.name(),
					result.median(Measurement::seconds), 100 * result.spread(Measurement::seconds),
					result.ratio(Measurement::seconds, plain), result.median(Measurement::cpu), heaps.get(i),
					result.median(Measurement::serverMicros));
		}
		report.goal(Goal.atMost("time, all at once : WebClient + `flatMap(…, 256)`",
				results.get(0).ratio(Measurement::seconds, plain), 1.00));
		report.goal(Goal.atMost("MB live above idle, all at once", heaps.get(0), 100));
	}

}
