package dev.conversations.sample.batch;

import dev.conversations.batch.FailedParticipantListener;
import dev.conversations.batch.ParticipantConversationItemReaderBuilder;
import dev.conversations.batch.ParticipantSkipPolicy;
import dev.conversations.batch.SweepProgress;
import dev.conversations.batch.autoconfigure.ConversationsBatchProperties;
import dev.conversations.client.ParticipantConversation;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * An export by one process.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "sweep.role", havingValue = "alone")
class AloneConfiguration {

	@Bean
	Step export(JobRepository jobRepository, PlatformTransactionManager transactionManager,
			ParticipantConversationItemReaderBuilder reader, JdbcBatchItemWriter<ParticipantConversation> writer,
			FailedParticipantListener failures, SweepProgress progress, ConversationsBatchProperties properties) {
		return new StepBuilder("export", jobRepository)
			.<ParticipantConversation, ParticipantConversation>chunk(properties.getChunkSize())
			.reader(reader.build())
			.writer(writer)
			.transactionManager(transactionManager)
			.faultTolerant()
			.skipPolicy(new ParticipantSkipPolicy())
			.skipListener(failures)
			.listener(progress)
			.listener(new FailurePrinter())
			.build();
	}

}
