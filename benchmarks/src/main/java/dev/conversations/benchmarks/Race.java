package dev.conversations.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs entrants in turns, first to warm them up and then to measure them. Each round
 * begins with another of them.
 */
final class Race {

	private static final Duration LIMIT = Duration.ofMinutes(10);

	private static final Duration WARM_UP_SLICE = Duration.ofSeconds(1);

	private final Settings settings;

	private final Meter meter;

	Race(Settings settings, ServerProcess server) {
		this.settings = settings;
		this.meter = new Meter(server);
	}

	/**
	 * Warms entrants up and measures them.
	 */
	List<Series> run(List<Entrant> entrants) {
		warmUp(entrants);
		return measure(entrants);
	}

	void warmUp(List<Entrant> entrants) {
		Map<Entrant, Duration> left = new LinkedHashMap<>();
		entrants.forEach((entrant) -> left.put(entrant, this.settings.warmUp()));
		while (!left.isEmpty()) {
			left.replaceAll((entrant, rest) -> rest.minus(timed(entrant)));
			left.values().removeIf((rest) -> rest.isNegative() || rest.isZero());
		}
	}

	private static Duration timed(Entrant entrant) {
		long start = System.nanoTime();
		read(entrant, WARM_UP_SLICE);
		return Duration.ofNanos(System.nanoTime() - start);
	}

	List<Series> measure(List<Entrant> entrants) {
		Map<Entrant, List<Measurement>> measured = new LinkedHashMap<>();
		List<Entrant> order = new ArrayList<>(entrants);
		for (int round = 0; round < this.settings.rounds(); round++) {
			for (Entrant entrant : order) {
				measured.computeIfAbsent(entrant, (first) -> new ArrayList<>())
					.add(this.meter.measure(() -> read(entrant, this.settings.slice())));
			}
			Collections.rotate(order, -1);
		}
		return measured.entrySet()
			.stream()
			.map((entry) -> new Series(entry.getKey().name(), entry.getValue()))
			.toList();
	}

	/**
	 * Runs an entrant once, unmeasured.
	 */
	void once(Entrant entrant) {
		read(entrant, Duration.ZERO);
	}

	/**
	 * Runs an entrant at least once, and again until the time is over.
	 */
	private static long read(Entrant entrant, Duration slice) {
		long end = System.nanoTime() + slice.toNanos();
		Long records = entrant.run()
			.doOnNext((count) -> check(entrant, count))
			.repeat(() -> System.nanoTime() < end)
			.reduce(0L, Long::sum)
			.block(LIMIT);
		return (records != null) ? records : 0;
	}

	private static void check(Entrant entrant, long records) {
		if (records != entrant.records()) {
			throw new IllegalStateException(
					"%s has read %,d of %,d records".formatted(entrant.name(), records, entrant.records()));
		}
	}

}
