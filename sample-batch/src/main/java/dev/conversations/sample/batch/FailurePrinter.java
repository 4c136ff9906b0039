package dev.conversations.sample.batch;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.conversations.batch.ParticipantReadException;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Tells why a step has failed, by the types of its errors: their messages may hold
 * personal data, but for those of this library.
 */
class FailurePrinter implements StepExecutionListener {

	/**
	 * Causes that are told at most, since they may form a cycle.
	 */
	private static final int MAX_CAUSES = 20;

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		step.getFailureExceptions()
			.forEach((failure) -> System.out.println(step.getStepName() + " has failed: " + chain(failure)));
		return null;
	}

	private static String chain(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.limit(MAX_CAUSES)
			.map(FailurePrinter::describe)
			.collect(Collectors.joining(", caused by "));
	}

	private static String describe(Throwable failure) {
		String type = failure.getClass().getSimpleName();
		return (failure instanceof ParticipantReadException) ? type + ": " + failure.getMessage() : type;
	}

}
