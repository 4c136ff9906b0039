package dev.conversations.benchmarks;

import java.util.Locale;

/**
 * Figure beside its goal.
 *
 * @param what what the figure says
 * @param figure the figure
 * @param limit the goal
 * @param atLeast whether the figure must not be less than the limit, or not more
 */
record Goal(String what, double figure, double limit, boolean atLeast) {

	static Goal atLeast(String what, double figure, double limit) {
		return new Goal(what, figure, limit, true);
	}

	static Goal atMost(String what, double figure, double limit) {
		return new Goal(what, figure, limit, false);
	}

	boolean isMet() {
		return this.atLeast ? this.figure >= this.limit : this.figure <= this.limit;
	}

	String row() {
		return "| %s | %s | %s %s | %s |".formatted(this.what, format(this.figure), this.atLeast ? "≥" : "≤",
				format(this.limit), isMet() ? "met" : missed());
	}

	private String missed() {
		return (this.limit > 0)
				? String.format(Locale.ROOT, "**missed by %.0f %%**", 100 * Math.abs(this.figure / this.limit - 1))
				: "**missed**";
	}

	private static String format(double number) {
		return String.format(Locale.ROOT, (Math.abs(number) < 100) ? "%.2f" : "%,.0f", number);
	}

}
