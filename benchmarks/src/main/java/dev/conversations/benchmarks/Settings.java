package dev.conversations.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Settings for the length and the size of a measurement, from system properties.
 *
 * @param warmUp how long each client is warmed up, {@code benchmark.warmup} in seconds
 * @param slice how long each client runs in a round, {@code benchmark.slice} in seconds
 * @param rounds how often each client is measured, {@code benchmark.rounds}
 * @param processes how many processes of each kind are started,
 * {@code benchmark.processes}
 * @param scale share of the lists, pages and streams of the large scenarios,
 * {@code benchmark.scale}
 * @param kinds the lists that are read, {@code benchmark.lists}
 * @param attributes the lengths of attributes, {@code benchmark.attributes}
 */
record Settings(Duration warmUp, Duration slice, int rounds, int processes, double scale, List<ListKind> kinds,
		List<Integer> attributes) {

	static Settings load() {
		return new Settings(seconds("warmup", "20"), seconds("slice", "3"), Integer.parseInt(text("rounds", "5")),
				Integer.parseInt(text("processes", "15")), Double.parseDouble(text("scale", "1")),
				values("lists", "conversations,participants")
					.map((kind) -> ListKind.valueOf(kind.toUpperCase(Locale.ROOT)))
					.toList(),
				values("attributes", "2,1024,16384").map(Integer::valueOf).toList());
	}

	private static Duration seconds(String name, String fallback) {
		return Duration.ofMillis(Math.round(Double.parseDouble(text(name, fallback)) * 1000));
	}

	private static Stream<String> values(String name, String fallback) {
		return Arrays.stream(text(name, fallback).split(","));
	}

	private static String text(String name, String fallback) {
		return System.getProperty("benchmark." + name, fallback);
	}

	/**
	 * Scales a number down for a short run.
	 */
	int scaled(int number) {
		return (int) Math.max(1, Math.round(number * this.scale));
	}

	/**
	 * The same with each entrant run once a round.
	 * @param rounds how many rounds there are at most
	 */
	Settings once(int rounds) {
		return new Settings(this.warmUp, Duration.ZERO, Math.min(rounds, this.rounds), this.processes, this.scale,
				this.kinds, this.attributes);
	}

	@Override
	public String toString() {
		return "%s s of warm-up a client, %d rounds of %s s".formatted(this.warmUp.toMillis() / 1000.0, this.rounds,
				this.slice.toMillis() / 1000.0);
	}

}
