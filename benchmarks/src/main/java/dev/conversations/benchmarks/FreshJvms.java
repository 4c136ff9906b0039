package dev.conversations.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Pairs of fresh processes: the application with the starter, and the bare one.
 */
final class FreshJvms {

	private static final double MILLISECOND = 1e6;

	private final List<FreshJvm> starters = new ArrayList<>();

	private final List<FreshJvm> bares = new ArrayList<>();

	private FreshJvms() {
	}

	/**
	 * Runs pairs, which change their order, after one whose figures are dropped since it
	 * fills the caches of files.
	 */
	static FreshJvms run(Settings settings, ServerProcess server) throws IOException {
		ServedList list = ServedList.of(ListKind.CONVERSATIONS, 2, 1);
		FreshJvms runs = new FreshJvms();
		FreshJvm.starter(server, list);
		FreshJvm.bare(server, list);
		for (int i = 0; i < settings.processes(); i++) {
			if (i % 2 == 0) {
				runs.starters.add(FreshJvm.starter(server, list));
			}
			runs.bares.add(FreshJvm.bare(server, list));
			if (i % 2 != 0) {
				runs.starters.add(FreshJvm.starter(server, list));
			}
		}
		return runs;
	}

	/**
	 * Adds a row for each application.
	 */
	void report(Report report, ToLongFunction<FreshJvm> time, ToLongFunction<FreshJvm> cpu) {
		report.head("application", "ms", "spread", ": bare", "CPU ms", ": bare");
		row(report, "with the starter", this.starters, time, cpu);
		row(report, "bare WebClient", this.bares, time, cpu);
	}

	private void row(Report report, String name, List<FreshJvm> runs, ToLongFunction<FreshJvm> time,
			ToLongFunction<FreshJvm> cpu) {
		double[] millis = runs.stream().mapToDouble((run) -> time.applyAsLong(run) / MILLISECOND).sorted().toArray();
		double median = Series.median(millis);
		report.row("%s | %.0f | %.0f %% | %.2f | %.0f | %.2f", name, median,
				100 * (millis[millis.length - 1] - millis[0]) / median, median / median(this.bares, time),
				median(runs, cpu), median(runs, cpu) / median(this.bares, cpu));
	}

	/**
	 * The ratio of the medians of both applications.
	 */
	double ratio(ToLongFunction<FreshJvm> figure) {
		return median(this.starters, figure) / median(this.bares, figure);
	}

	private static double median(List<FreshJvm> runs, ToLongFunction<FreshJvm> figure) {
		return Series.median(runs.stream().mapToDouble((run) -> figure.applyAsLong(run) / MILLISECOND).toArray());
	}

}
