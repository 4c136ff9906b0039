package dev.conversations.sample.batch;

import java.util.Locale;

import dev.conversations.batch.SweepStatus;

/**
 * Prints how far an export is.
 */
class Console {

	private final long begin = System.nanoTime();

	private final SweepStatus first;

	Console(SweepStatus first) {
		this.first = first;
	}

	void print(SweepStatus status) {
		double seconds = (System.nanoTime() - this.begin) / 1e9;
		long done = status.finished() + status.failed() - this.first.finished() - this.first.failed();
		String left = (done > 0) ? time((long) (status.remaining() * seconds / done)) : "?";
		System.out.printf(Locale.ROOT, "%d of %d participants, %.0f records/s, %d failures, %s left%n",
				status.finished() + status.failed(), status.participants(),
				(status.records() - this.first.records()) / seconds, status.failed(), left);
	}

	private static String time(long seconds) {
		return "%d:%02d".formatted(seconds / 60, seconds % 60);
	}

}
