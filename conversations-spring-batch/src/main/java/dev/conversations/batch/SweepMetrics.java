package dev.conversations.batch;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.batch.core.BatchStatus;
import org.springframework.util.Assert;

/**
 * Gauges of a sweep: {@code twilio.conversations.sweep.participants} by {@code state},
 * which is {@code finished}, {@code failed} or {@code remaining}, and
 * {@code twilio.conversations.sweep.partitions} by {@code status}. The job repository is
 * asked for them once in 5 seconds at most.
 *
 * @since 0.1.0
 */
public final class SweepMetrics implements MeterBinder {

	private static final long MAX_AGE_NANOS = 5_000_000_000L;

	private static final String PARTICIPANTS = "twilio.conversations.sweep.participants";

	private static final String PARTITIONS = "twilio.conversations.sweep.partitions";

	private final SweepProgress progress;

	private SweepStatus status = SweepStatus.NONE;

	private long readAt = System.nanoTime() - MAX_AGE_NANOS;

	/**
	 * Creates the gauges of a sweep.
	 * @param progress tells how far the sweep has come
	 */
	public SweepMetrics(SweepProgress progress) {
		Assert.notNull(progress, "'progress' must not be null");
		this.progress = progress;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		participants(registry, "finished", SweepStatus::finished);
		participants(registry, "failed", SweepStatus::failed);
		participants(registry, "remaining", SweepStatus::remaining);
		for (BatchStatus value : BatchStatus.values()) {
			Gauge.builder(PARTITIONS, this, (metrics) -> metrics.status().partitions().getOrDefault(value, 0L))
				.description("Partitions of the sweep")
				.tag("status", value.name().toLowerCase(Locale.ROOT))
				.register(registry);
		}
	}

	private void participants(MeterRegistry registry, String state, ToDoubleFunction<SweepStatus> count) {
		Gauge.builder(PARTICIPANTS, this, (metrics) -> count.applyAsDouble(metrics.status()))
			.description("Participants of the sweep")
			.tag("state", state)
			.register(registry);
	}

	private synchronized SweepStatus status() {
		if (System.nanoTime() - this.readAt >= MAX_AGE_NANOS) {
			this.status = this.progress.status();
			this.readAt = System.nanoTime();
		}
		return this.status;
	}

}
