package dev.conversations.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Figures of one entrant in each round. Ratios are made round by round, so that what
 * slows the machine down for a while does not distort them.
 *
 * @param name the name of the entrant
 * @param rounds what it took
 */
record Series(String name, List<Measurement> rounds) {

	static Series named(List<Series> all, String name) {
		return all.stream().filter((series) -> series.name.equals(name)).findFirst().orElseThrow();
	}

	double median(ToDoubleFunction<Measurement> figure) {
		return median(this.rounds.stream().mapToDouble(figure).toArray());
	}

	/**
	 * The distance between the smallest and the largest figure as a share of the median.
	 */
	double spread(ToDoubleFunction<Measurement> figure) {
		double[] figures = this.rounds.stream().mapToDouble(figure).sorted().toArray();
		return (figures[figures.length - 1] - figures[0]) / median(figures);
	}

	/**
	 * The median ratio of this one to others, whose figures are added up.
	 */
	double ratio(ToDoubleFunction<Measurement> figure, Series... others) {
		return median(IntStream.range(0, this.rounds.size()).mapToDouble((round) -> {
			double sum = Arrays.stream(others)
				.mapToDouble((other) -> figure.applyAsDouble(other.rounds.get(round)))
				.sum();
			return figure.applyAsDouble(this.rounds.get(round)) / sum;
		}).toArray());
	}

	static double median(double... figures) {
		double[] sorted = figures.clone();
		Arrays.sort(sorted);
		int middle = sorted.length / 2;
		return (sorted.length % 2 != 0) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

}
