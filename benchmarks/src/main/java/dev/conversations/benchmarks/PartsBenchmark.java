package dev.conversations.benchmarks;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the micro-benchmarks of the parts of the client.
 */
final class PartsBenchmark implements Benchmark {

	private static final int WARM_UPS = 5;

	private static final String ALLOCATED = "gc.alloc.rate.norm";

	@Override
	public Report run(Settings settings, ServerProcess server) {
		Report report = new Report("Parts");
		report.head("part", "attributes", "µs", "±", "B allocated", "time : databind", "B : databind");
		List<RunResult> results = measure(settings).stream()
			.sorted(Comparator.comparing(PartsBenchmark::name))
			.toList();
		results.forEach((result) -> {
			RunResult databind = databind(results, result);
			report.row("%s | %s | %.2f | %.2f | %,.0f | %s | %s", name(result), attributes(result), time(result),
					result.getPrimaryResult().getScoreError(), bytes(result),
					(databind != null) ? "%.2f".formatted(time(result) / time(databind)) : "–",
					(databind != null) ? "%.2f".formatted(bytes(result) / bytes(databind)) : "–");
		});
		return report;
	}

	private static Collection<RunResult> measure(Settings settings) {
		try {
			return new Runner(new OptionsBuilder().include("^dev\\.conversations\\.client\\.")
				.forks(1)
				.warmupIterations(WARM_UPS)
				.warmupTime(TimeValue.milliseconds(Math.max(1, settings.warmUp().toMillis() / WARM_UPS)))
				.measurementIterations(settings.rounds())
				.measurementTime(TimeValue.milliseconds(settings.slice().toMillis()))
				.addProfiler(GCProfiler.class)
				.shouldFailOnError(true)
				.verbosity(VerboseMode.SILENT)
				.build()).run();
		}
		catch (RunnerException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The same part by databind, if there is one.
	 */
	private static @Nullable RunResult databind(List<RunResult> results, RunResult result) {
		return results.stream()
			.filter((other) -> name(other).equals(name(result).replaceFirst("\\..*", ".databind"))
					&& attributes(other).equals(attributes(result)))
			.findFirst()
			.orElse(null);
	}

	private static String name(RunResult result) {
		return result.getParams().getBenchmark().replaceFirst(".*\\.(\\w+)Benchmark\\.", "$1.");
	}

	private static String attributes(RunResult result) {
		return Objects.requireNonNullElse(result.getParams().getParam("attributes"), "–");
	}

	private static double time(RunResult result) {
		return result.getPrimaryResult().getScore();
	}

	private static double bytes(RunResult result) {
		Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
		return (allocated != null) ? allocated.getScore() : Double.NaN;
	}

}
