package dev.conversations.sample.batch;

import org.springframework.batch.integration.partition.StepExecutionRequest;

/**
 * Requests for partitions as text, so that nothing has to be deserialized.
 */
final class Requests {

	static final String QUEUE = "sweep";

	private Requests() {
	}

	static String text(StepExecutionRequest request) {
		return request.getStepExecutionId() + " " + request.getStepName();
	}

	static StepExecutionRequest parse(String text) {
		int space = text.indexOf(' ');
		return new StepExecutionRequest(text.substring(space + 1), Long.parseLong(text.substring(0, space)));
	}

}
