package dev.conversations.sample.batch;

import java.time.Duration;

import dev.conversations.batch.ParticipantSource;
import dev.conversations.batch.ParticipantSweep;
import dev.conversations.batch.StalledPartitionMonitor;
import dev.conversations.batch.SweepProgress;
import dev.conversations.batch.autoconfigure.ConversationsBatchProperties;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.boot.artemis.autoconfigure.ArtemisConfigurationCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.messaging.MessageChannel;

/**
 * The manager of an export by several processes, with the message broker.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "sweep.role", havingValue = "manager")
class ManagerConfiguration {

	@Bean
	ArtemisConfigurationCustomizer loopbackAcceptor(SweepSettings settings) {
		return (configuration) -> {
			try {
				configuration.addAcceptorConfiguration("loopback", "tcp://127.0.0.1:" + settings.brokerPort());
			}
			catch (Exception ex) {
				throw new IllegalStateException("The broker cannot be reached by others", ex);
			}
		};
	}

	@Bean
	MessageChannel requests(JmsTemplate jms) {
		return (message, timeout) -> {
			jms.convertAndSend(Requests.QUEUE, Requests.text((StepExecutionRequest) message.getPayload()));
			return true;
		};
	}

	@Bean
	Step export(JobRepository jobRepository, ParticipantSource participants, MessageChannel requests,
			StalledPartitionMonitor monitor, SweepProgress progress, ConversationsBatchProperties properties) {
		return ParticipantSweep.manager("manager", jobRepository)
			.worker("export")
			.participants(participants)
			.participantsPerPartition(properties.getParticipantsPerPartition())
			.pollInterval(Duration.ofMillis(500))
			.requests(requests)
			.listener(monitor)
			.listener(progress)
			.build();
	}

}
