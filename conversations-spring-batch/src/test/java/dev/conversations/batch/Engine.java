package dev.conversations.batch;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;

import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs jobs that write what they read into a table.
 */
@TestComponent
class Engine {

	private static final long LIMIT_SECONDS = 60;

	private final MapJobRegistry registry = new MapJobRegistry();

	private final TaskExecutorJobOperator operator = new TaskExecutorJobOperator();

	private final JobRepository repository;

	private final PlatformTransactionManager transactions;

	private final DataSource dataSource;

	private final ParticipantClient client;

	Engine(JobRepository repository, PlatformTransactionManager transactions, DataSource dataSource,
			ParticipantClient client) throws Exception {
		this.repository = repository;
		this.transactions = transactions;
		this.dataSource = dataSource;
		this.client = client;
		this.operator.setJobRepository(repository);
		this.operator.setJobRegistry(this.registry);
		this.operator.setTaskExecutor(new SyncTaskExecutor());
		this.operator.afterPropertiesSet();
	}

	JobOperator operator() {
		return this.operator;
	}

	JobRepository repository() {
		return this.repository;
	}

	PlatformTransactionManager transactions() {
		return this.transactions;
	}

	void clear() {
		new ResourceDatabasePopulator(new ClassPathResource(FailedParticipantListener.SCHEMA)).execute(this.dataSource);
		jdbc().execute("create table if not exists exported (row_text varchar(200))");
		jdbc().update("delete from exported");
		jdbc().update("delete from twilio_failed_participant");
	}

	JdbcTemplate jdbc() {
		return new JdbcTemplate(this.dataSource);
	}

	List<String> rows() {
		return jdbc().queryForList("select row_text from exported", String.class);
	}

	ItemWriter<ParticipantConversation> writer() {
		return (chunk) -> chunk
			.forEach((conversation) -> jdbc().update("insert into exported values (?)", Crowd.row(conversation)));
	}

	ParticipantConversationItemReaderBuilder reader(ParticipantSource source) {
		return ParticipantConversationItemReader.builder()
			.client(this.client)
			.participants(source)
			.concurrency(3)
			.paging(Paging.defaults().withPageSize(4));
	}

	Job job(String name, Step step) throws Exception {
		Job job = new JobBuilder(name, this.repository).start(step).build();
		this.registry.register(job);
		return job;
	}

	JobExecution start(Job job) throws Exception {
		return this.operator.start(job, new JobParameters());
	}

	CompletableFuture<JobExecution> startLater(Job job) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return start(job);
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}).orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS);
	}

	JobExecution load(JobExecution execution) {
		JobExecution loaded = this.repository.getJobExecution(execution.getId());
		assertThat(loaded).isNotNull();
		return loaded;
	}

	static void await(BooleanSupplier condition) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("time is up").isLessThan(end);
			Thread.onSpinWait();
		}
	}

}
