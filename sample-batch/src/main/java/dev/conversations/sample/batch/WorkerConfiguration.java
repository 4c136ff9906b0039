package dev.conversations.sample.batch;

import dev.conversations.batch.FailedParticipantListener;
import dev.conversations.batch.ParticipantConversationItemReaderBuilder;
import dev.conversations.batch.ParticipantSweep;
import dev.conversations.batch.autoconfigure.ConversationsBatchProperties;
import dev.conversations.client.ParticipantConversation;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.SubscribableChannel;
import org.springframework.messaging.support.ExecutorSubscribableChannel;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A worker of an export by several processes.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "sweep.role", havingValue = "worker")
class WorkerConfiguration {

	@Bean
	SubscribableChannel requests() {
		return new ExecutorSubscribableChannel();
	}

	@Bean
	Step export(JobRepository jobRepository, PlatformTransactionManager transactionManager,
			ParticipantConversationItemReaderBuilder reader, JdbcBatchItemWriter<ParticipantConversation> writer,
			FailedParticipantListener failures, SubscribableChannel requests, ConversationsBatchProperties properties) {
		return ParticipantSweep.worker("export", jobRepository)
			.reader(reader)
			.writer(writer)
			.chunkSize(properties.getChunkSize())
			.transactionManager(transactionManager)
			.failures(failures)
			.listener(new FailurePrinter())
			.requests(requests)
			.build();
	}

	@Bean
	RequestListener requestListener(SubscribableChannel requests) {
		return new RequestListener(requests);
	}

}
