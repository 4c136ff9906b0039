package dev.conversations.sample;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * Clock that can be set while sample data is added, so that it looks as if it had been
 * there for some time.
 */
class SampleClock extends Clock {

	private final Clock system = Clock.systemUTC();

	private volatile @Nullable Instant instant;

	void set(Instant instant) {
		this.instant = instant;
	}

	void release() {
		this.instant = null;
	}

	@Override
	public Instant instant() {
		Instant instant = this.instant;
		return (instant != null) ? instant : this.system.instant();
	}

	@Override
	public ZoneId getZone() {
		return this.system.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this.system.withZone(zone);
	}

}
