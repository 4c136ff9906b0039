package dev.conversations.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Output of a benchmark in Markdown: a heading, tables, and the figures that have goals
 * beside them.
 */
final class Report {

	private final StringBuilder text = new StringBuilder();

	private final List<Goal> goals = new ArrayList<>();

	Report(String title) {
		this.text.append("## ").append(title).append("\n");
	}

	Report paragraph(String paragraph, Object... arguments) {
		this.text.append("\n").append(String.format(Locale.ROOT, paragraph, arguments)).append("\n");
		return this;
	}

	/**
	 * Begins a table.
	 */
	Report head(String... columns) {
		this.text.append("\n").append(row(List.of(columns))).append("|---".repeat(columns.length)).append("|\n");
		return this;
	}

	/**
	 * Adds a row to the table that was begun last.
	 * @param format the cells, with {@code |} between them
	 */
	Report row(String format, Object... arguments) {
		this.text.append("| ").append(String.format(Locale.ROOT, format, arguments)).append(" |\n");
		return this;
	}

	private static String row(List<String> cells) {
		return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
	}

	Report goal(Goal goal) {
		this.goals.add(goal);
		return this;
	}

	boolean isMet() {
		return this.goals.stream().allMatch(Goal::isMet);
	}

	@Override
	public String toString() {
		if (this.goals.isEmpty()) {
			return this.text.toString();
		}
		return this.goals.stream()
			.map(Goal::row)
			.collect(Collectors.joining("\n", this.text + "\n| goal | figure | due | |\n|---|---|---|---|\n", "\n"));
	}

}
