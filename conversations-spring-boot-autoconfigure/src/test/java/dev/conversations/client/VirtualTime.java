package dev.conversations.client;

import java.util.concurrent.TimeUnit;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * Replaces the clock of Reactor's schedulers. A scheduler that a thread of an earlier
 * test asks for at that very moment stays a real one, so the clock is replaced again.
 */
public final class VirtualTime {

	private static final int MAX_ATTEMPTS = 100;

	private VirtualTime() {
	}

	/**
	 * Starts a clock that stands still until it is advanced.
	 */
	public static VirtualTimeScheduler start() {
		return start(VirtualTimeScheduler.create());
	}

	/**
	 * Starts a clock.
	 */
	public static <T extends VirtualTimeScheduler> T start(T clock) {
		for (int i = 0; i < MAX_ATTEMPTS; i++) {
			VirtualTimeScheduler.set(clock);
			if (isClockOf(Schedulers.parallel(), clock) && isClockOf(Schedulers.boundedElastic(), clock)) {
				return clock;
			}
			VirtualTimeScheduler.reset();
		}
		throw new IllegalStateException("Schedulers keep their own clock");
	}

	private static boolean isClockOf(Scheduler scheduler, VirtualTimeScheduler clock) {
		return scheduler.now(TimeUnit.NANOSECONDS) == clock.now(TimeUnit.NANOSECONDS);
	}

}
