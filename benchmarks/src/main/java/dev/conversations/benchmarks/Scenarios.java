package dev.conversations.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * All scenarios by name, which is that of the class less {@code Benchmark}.
 */
final class Scenarios {

	private static final List<Benchmark> ALL = List.of(new ThroughputBenchmark(), new SingleBenchmark(),
			new ObservationBenchmark(), new OverlapBenchmark(), new LoadBenchmark(), new ScalingBenchmark(),
			new WaitingBenchmark(), new ColdBenchmark(), new StartupBenchmark(), new PartsBenchmark());

	private Scenarios() {
	}

	/**
	 * Finds scenarios.
	 * @param names {@code all}, or names with commas between them
	 */
	static List<Benchmark> find(String names) {
		return "all".equals(names) ? ALL : Arrays.stream(names.split(",")).map(Scenarios::named).toList();
	}

	private static Benchmark named(String name) {
		return ALL.stream()
			.filter((benchmark) -> name(benchmark).equals(name) || benchmark.getClass().getSimpleName().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("'benchmark' must be 'all' or some of "
					+ ALL.stream().map(Scenarios::name).collect(Collectors.joining(", "))));
	}

	static String name(Benchmark benchmark) {
		return benchmark.getClass().getSimpleName().replace("Benchmark", "").toLowerCase(Locale.ROOT);
	}

}
