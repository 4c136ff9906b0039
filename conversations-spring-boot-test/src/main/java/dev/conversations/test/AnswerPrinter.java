package dev.conversations.test;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Prints a line for each answer, without the values of the request, which may be
 * personal.
 */
final class AnswerPrinter implements AnswerListener {

	private final PrintStream target;

	private final Clock clock;

	AnswerPrinter(PrintStream target, Clock clock) {
		this.target = target;
		this.clock = clock;
	}

	@Override
	public void answered(RecordedRequest request, Reply reply, Duration duration) {
		String account = (request.accountSid() != null) ? request.accountSid() : "-";
		String outcome = switch (reply.ending()) {
			case COMPLETE -> String.valueOf(reply.status());
			default -> reply.ending().name().toLowerCase(Locale.ROOT);
		};
		this.target.printf(Locale.ROOT, "%s %s %s %s %d ms%n", this.clock.instant().truncatedTo(ChronoUnit.MILLIS),
				account, request, outcome, duration.toMillis());
	}

}
