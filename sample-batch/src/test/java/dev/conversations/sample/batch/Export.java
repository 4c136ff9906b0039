package dev.conversations.sample.batch;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

import dev.conversations.batch.ParticipantConversationItemReader;
import dev.conversations.batch.ParticipantSkipPolicy;
import dev.conversations.batch.ParticipantSource;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import reactor.core.publisher.Flux;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same export by plain Reactor and JDBC, and by a step of the engine.
 */
class Export implements AutoCloseable {

	private static final int CONCURRENCY = 16;

	static final int CHUNK = 500;

	/**
	 * Of 20, so that the lists have 1 to 5 pages.
	 */
	private static final Paging PAGES = Paging.defaults().withPageSize(20);

	private final int participants;

	private final ConfigurableApplicationContext context;

	private final ParticipantClient client;

	private final JdbcTemplate jdbc;

	private long number;

	Export(int participants, List<String> settings) {
		this.participants = participants;
		this.context = new SpringApplicationBuilder(SampleSweep.class).run(settings.toArray(String[]::new));
		this.client = this.context.getBean("participantClient", ParticipantClient.class);
		this.jdbc = this.context.getBean(JdbcTemplate.class);
	}

	/**
	 * Exports with plain Reactor and JDBC.
	 * @return the time that it took in seconds
	 */
	double plain() throws Exception {
		List<ParticipantIdentifier> identifiers = IntStream.range(0, this.participants)
			.<ParticipantIdentifier>mapToObj((i) -> ParticipantIdentifier.identity("user-" + i))
			.toList();
		TransactionTemplate transactions = new TransactionTemplate(
				this.context.getBean(PlatformTransactionManager.class));
		return seconds(() -> Flux.fromIterable(identifiers)
			.flatMap((participant) -> this.client.listConversations(participant, PAGES)
				.onErrorResume((failure) -> Flux.empty()), CONCURRENCY)
			.buffer(CHUNK)
			.toStream(1)
			.forEach((chunk) -> transactions.executeWithoutResult((status) -> insert(chunk))));
	}

	private void insert(List<ParticipantConversation> chunk) {
		this.jdbc.batchUpdate(
				"insert into exported_conversation (participant_sid, conversation_sid, state) values (?, ?, ?)", chunk,
				chunk.size(), Export::set);
	}

	private static void set(PreparedStatement row, ParticipantConversation conversation) throws SQLException {
		row.setString(1, conversation.participantSid());
		row.setString(2, conversation.conversationSid());
		row.setString(3, String.valueOf(conversation.conversationState()));
	}

	/**
	 * Exports with a step.
	 * @return the time that it took in seconds
	 */
	double step() throws Exception {
		JobRepository repository = this.context.getBean(JobRepository.class);
		Job job = new JobBuilder("benchmark", repository).start(step(repository)).build();
		JobParameters parameters = new JobParametersBuilder().addLong("number", this.number++).toJobParameters();
		JobExecution execution = repository.createJobExecution(repository.createJobInstance("benchmark", parameters),
				parameters, new ExecutionContext());
		double seconds = seconds(() -> job.execute(execution));
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		return seconds;
	}

	@SuppressWarnings("unchecked")
	private Step step(JobRepository repository) {
		return new StepBuilder("step", repository).<ParticipantConversation, ParticipantConversation>chunk(CHUNK)
			.reader(ParticipantConversationItemReader.builder()
				.client(this.client)
				.participants(this.context.getBean(ParticipantSource.class))
				.concurrency(CONCURRENCY)
				.paging(PAGES)
				.build())
			.writer(this.context.getBean(JdbcBatchItemWriter.class))
			.transactionManager(this.context.getBean(PlatformTransactionManager.class))
			.faultTolerant()
			.skipPolicy(new ParticipantSkipPolicy())
			.build();
	}

	private double seconds(Work work) throws Exception {
		this.jdbc.execute("truncate table exported_conversation");
		long begin = System.nanoTime();
		work.run();
		return (System.nanoTime() - begin) / 1e9;
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * An export.
	 */
	private interface Work {

		void run() throws Exception;

	}

}
