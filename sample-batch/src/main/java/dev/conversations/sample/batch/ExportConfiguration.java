package dev.conversations.sample.batch;

import java.io.IOException;

import javax.sql.DataSource;

import dev.conversations.batch.FailedParticipantListener;
import dev.conversations.batch.ParticipantConversationItemReader;
import dev.conversations.batch.ParticipantConversationItemReaderBuilder;
import dev.conversations.batch.ParticipantSource;
import dev.conversations.batch.autoconfigure.ConversationsBatchProperties;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;

import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Source and target of the export, which are the same in each process.
 */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

	@Bean
	ParticipantSource participants(SweepSettings settings) throws IOException {
		return ParticipantSource.lines(SampleData.writeList(settings.directory(), settings.participants()));
	}

	@Bean
	ParticipantConversationItemReaderBuilder reader(ParticipantClient client, ParticipantSource participants,
			ConversationsBatchProperties properties) {
		return ParticipantConversationItemReader.builder()
			.client(client)
			.participants(participants)
			.concurrency(properties.getConcurrency())
			.retryTimeout(properties.getRetryTimeout());
	}

	@Bean
	JdbcBatchItemWriter<ParticipantConversation> writer(DataSource dataSource) {
		return new JdbcBatchItemWriterBuilder<ParticipantConversation>().dataSource(dataSource)
			.sql("insert into exported_conversation (participant_sid, conversation_sid, state) values (?, ?, ?)")
			.itemPreparedStatementSetter((conversation, row) -> {
				row.setString(1, conversation.participantSid());
				row.setString(2, conversation.conversationSid());
				row.setString(3, String.valueOf(conversation.conversationState()));
			})
			.build();
	}

	@Bean
	FailedParticipantListener failures(JdbcOperations jdbc) {
		return new FailedParticipantListener(jdbc);
	}

}
