package dev.conversations.batch;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHandler;

/**
 * Carries out the requests for partitions of a step, unless they are out of date.
 */
final class PartitionRequestHandler implements MessageHandler {

	private final StaleRequestFilter filter;

	private final StepExecutionRequestHandler handler = new StepExecutionRequestHandler();

	PartitionRequestHandler(Step step, JobRepository jobRepository) {
		this.filter = new StaleRequestFilter(jobRepository);
		this.handler.setJobRepository(jobRepository);
		this.handler.setStepLocator((name) -> step.getName().equals(name) ? step : null);
	}

	@Override
	public void handleMessage(Message<?> message) {
		if (message.getPayload() instanceof StepExecutionRequest request && this.filter.accept(request)) {
			this.handler.handle(request);
		}
	}

}
