package dev.conversations.benchmarks;

import java.net.URI;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads lists of 20 pages, one after the other, with each client.
 */
final class ThroughputBenchmark implements Benchmark {

	private static final int PAGES = 20;

	private static final Map<Integer, Limits> LIMITS = Map.of(2, new Limits(1.7, 0.80, 2.4), 1024,
			new Limits(1.5, 1.00, 2.4), 16_384, new Limits(1.25, 1.35, 3.9));

	@Override
	public Report run(Settings settings, ServerProcess server) {
		Report report = new Report("Records a second, CPU and garbage");
		report.paragraph(
				"One list of %d pages of 50 after the other. CPU is without compilation; the limit is %s + %s.", PAGES,
				DrainClient.NAME, DecodeClient.NAME);
		Race race = new Race(settings, server);
		try (StarterClient starter = StarterClient.create(server.url());
				StarterClient observed = StarterClient.observed(server.url())) {
			List<ListClient> clients = clients(starter, observed, server.url());
			for (ListKind kind : settings.kinds()) {
				settings.attributes()
					.forEach((attributes) -> run(race, clients, ServedList.of(kind, attributes, PAGES), report));
			}
		}
		return report;
	}

	private static List<ListClient> clients(StarterClient starter, StarterClient observed, URI url) {
		Runnable onRequest = () -> {
		};
		return List.of(starter, observed, new PlainClient(url, 500, onRequest), new TwilioJavaClient(url, onRequest),
				new JdkClient(url, onRequest), new DrainClient(url), new DecodeClient());
	}

	private static void run(Race race, List<ListClient> clients, ServedList list, Report report) {
		List<Series> results = race.run(clients.stream().map((client) -> Entrant.of(client, list)).toList());
		Series drain = Series.named(results, DrainClient.NAME);
		Series decode = Series.named(results, DecodeClient.NAME);
		report.paragraph("### %s, attributes of %,d B", list.kind().key(), list.attributes());
		report.head("client", "records/s", "spread", ": plain", "CPU µs/record", ": limit", "B/record", "compilation",
				"server µs/record");
		results.forEach((result) -> report.row("%s | %,.0f | %.0f %% | %.2f | %.2f | %.2f | %,.0f | %.0f %% | %.2f",
				result.name(), result.median(Measurement::recordsPerSecond),
				100 * result.spread(Measurement::recordsPerSecond),
				result.ratio(Measurement::recordsPerSecond, Series.named(results, PlainClient.NAME)),
				result.median(Measurement::cpu), result.ratio(Measurement::cpu, drain, decode),
				result.median(Measurement::bytes), 100 * result.median(Measurement::compilationShare),
				result.median(Measurement::serverMicros)));
		addGoals(list, results, report);
	}

	private static void addGoals(ServedList list, List<Series> results, Report report) {
		Limits limits = LIMITS.get(list.attributes());
		if (limits == null) {
			return;
		}
		Series own = Series.named(results, StarterClient.NAME);
		String suffix = ", %s, %,d B".formatted(list.kind().key(), list.attributes());
		report.goal(Goal.atLeast("records/s : WebClient + `expand`" + suffix,
				own.ratio(Measurement::recordsPerSecond, Series.named(results, PlainClient.NAME)), limits.plain()));
		report.goal(Goal.atMost("CPU : drain + decode" + suffix, own.ratio(Measurement::cpu,
				Series.named(results, DrainClient.NAME), Series.named(results, DecodeClient.NAME)), limits.cpu()));
		report.goal(Goal.atLeast("records/s : twilio-java" + suffix,
				own.ratio(Measurement::recordsPerSecond, Series.named(results, TwilioJavaClient.NAME)),
				limits.twilioJava()));
		report.goal(Goal.atMost("bytes allocated a record" + suffix, own.median(Measurement::bytes), bytes(list)));
	}

	/**
	 * The bytes that a record may cost: 2,000 where the attributes are empty, else 2 KB
	 * more than its characters.
	 */
	private static double bytes(ServedList list) {
		if (list.attributes() <= 2) {
			return 2000;
		}
		JsonNode page = JsonMapper.shared().readTree(RenderedPages.firstPage(list));
		return (double) characters(page.path(list.kind().key())) / list.pageSize() + 2048;
	}

	private static long characters(JsonNode node) {
		return node.isString() ? node.stringValue().length()
				: node.valueStream().mapToLong(ThroughputBenchmark::characters).sum();
	}

	/**
	 * Goals for attributes of one length.
	 *
	 * @param plain records a second against the plain client
	 * @param cpu CPU against drain and decode
	 * @param twilioJava records a second against twilio-java
	 */
	private record Limits(double plain, double cpu, double twilioJava) {

	}

}
