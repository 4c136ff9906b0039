package dev.conversations.sample.batch;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.conversations.batch.ParticipantConversationItemReader;
import dev.conversations.batch.ParticipantSkipPolicy;
import dev.conversations.batch.ParticipantSource;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
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
 * Compares a step with plain Reactor and JDBC, and one worker with two and three. It is
 * no test and runs only when it is named.
 */
@Timeout(1200)
class SweepBenchmark {

	private static final int PARTICIPANTS = Integer.getInteger("sweep.participants", 2000);

	private static final int CONCURRENCY = 16;

	private static final int CHUNK = 500;

	private static final int ROUNDS = Integer.getInteger("sweep.rounds", 3);

	/**
	 * Of 20, so that the lists have 1 to 5 pages.
	 */
	private static final Paging PAGES = Paging.defaults().withPageSize(20);

	private static final String FACTOR = "--conversations=20";

	private static final String LATENCY = "--latency=20";

	@TempDir
	Path directory;

	@Test
	void stepBesidePlainReactor() throws Exception {
		try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
				Cluster cluster = new Cluster(this.directory, PARTICIPANTS, List.of())) {
			cluster.startSimulator(LATENCY, FACTOR);
			try (ConfigurableApplicationContext context = context(postgres, cluster)) {
				double[] plain = new double[ROUNDS];
				double[] step = new double[ROUNDS];
				for (int i = -1; i < ROUNDS; i++) {
					double plainSeconds = seconds(() -> plain(context));
					int number = i;
					double stepSeconds = seconds(() -> step(context, number));
					System.out.printf("round %d: plain %.2f s, step %.2f s%n", i, plainSeconds, stepSeconds);
					if (i >= 0) {
						plain[i] = plainSeconds;
						step[i] = stepSeconds;
					}
				}
				Arrays.sort(plain);
				Arrays.sort(step);
				System.out.printf("plain %.2f s, step %.2f s, ratio of medians %.2f%n", plain[ROUNDS / 2],
						step[ROUNDS / 2], step[ROUNDS / 2] / plain[ROUNDS / 2]);
			}
		}
	}

	@Test
	void oneTwoAndThreeWorkers() throws Exception {
		for (int workers = 1; workers <= 3; workers++) {
			Path place = this.directory.resolve("workers-" + workers);
			try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
					Cluster cluster = new Cluster(place, PARTICIPANTS, settings(postgres))) {
				ChildProcess simulator = cluster.startSimulator(LATENCY, FACTOR);
				List<ChildProcess> all = new ArrayList<>();
				for (int i = 1; i <= workers; i++) {
					all.add(cluster.startWorker("worker " + i, "--logging.level.dev=info"));
				}
				ChildProcess manager = cluster.startManager();
				cluster.awaitParticipants(manager, 1);
				long begin = System.nanoTime();
				double before = cpu(simulator);
				cluster.awaitParticipants(manager, PARTICIPANTS);
				double seconds = (System.nanoTime() - begin) / 1e9;
				System.out.printf("%d workers: %.1f s, simulator %.0f %% of a core, workers %.0f %%%n", workers,
						seconds, 100 * (cpu(simulator) - before) / seconds,
						100 * all.stream().mapToDouble(SweepBenchmark::cpu).sum() / seconds);
			}
		}
	}

	private static double cpu(ChildProcess process) {
		return process.cpu().toMillis() / 1e3;
	}

	private static List<String> settings(EmbeddedPostgres postgres) {
		return List.of(
				"--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres")
						+ "&reWriteBatchedInserts=true",
				"--spring.datasource.username=postgres", "--spring.datasource.password=postgres",
				"--twilio.conversations.batch.participants-per-partition=100",
				"--twilio.conversations.batch.chunk-size=500", "--twilio.conversations.paging.page-size=20");
	}

	private ConfigurableApplicationContext context(EmbeddedPostgres postgres, Cluster cluster) {
		List<String> arguments = new ArrayList<>(settings(postgres));
		arguments.addAll(cluster.connection());
		arguments.add("--sweep.role=benchmark");
		arguments.add("--sweep.directory=" + this.directory);
		arguments.add("--sweep.participants=" + PARTICIPANTS);
		return new SpringApplicationBuilder(SampleSweep.class).run(arguments.toArray(String[]::new));
	}

	private static double seconds(Runnable work) {
		long begin = System.nanoTime();
		work.run();
		return (System.nanoTime() - begin) / 1e9;
	}

	private static void plain(ConfigurableApplicationContext context) {
		ParticipantClient client = context.getBean("participantClient", ParticipantClient.class);
		JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
		jdbc.execute("truncate table exported_conversation");
		TransactionTemplate transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
		List<ParticipantIdentifier> participants = IntStream.range(0, PARTICIPANTS)
			.mapToObj((i) -> ParticipantIdentifier.identity("user-" + i))
			.toList();
		Flux.fromIterable(participants)
			.flatMap((participant) -> client.listConversations(participant, PAGES)
				.onErrorResume((failure) -> Flux.empty()), CONCURRENCY)
			.buffer(CHUNK)
			.toStream(1)
			.forEach((chunk) -> transactions.executeWithoutResult((status) -> insert(jdbc, chunk)));
	}

	private static void insert(JdbcTemplate jdbc, List<ParticipantConversation> chunk) {
		jdbc.batchUpdate(
				"insert into exported_conversation (participant_sid, conversation_sid, state) values (?, ?, ?)", chunk,
				chunk.size(), SweepBenchmark::set);
	}

	private static void set(PreparedStatement row, ParticipantConversation conversation) throws SQLException {
		row.setString(1, conversation.participantSid());
		row.setString(2, conversation.conversationSid());
		row.setString(3, String.valueOf(conversation.conversationState()));
	}

	@SuppressWarnings("unchecked")
	private static void step(ConfigurableApplicationContext context, int number) {
		context.getBean(JdbcTemplate.class).execute("truncate table exported_conversation");
		JobRepository repository = context.getBean(JobRepository.class);
		Job job = new JobBuilder("benchmark", repository)
			.start(new StepBuilder("step", repository).<ParticipantConversation, ParticipantConversation>chunk(CHUNK)
				.reader(ParticipantConversationItemReader.builder()
					.client(context.getBean("participantClient", ParticipantClient.class))
					.participants(context.getBean(ParticipantSource.class))
					.concurrency(CONCURRENCY)
					.paging(PAGES)
					.build())
				.writer(context.getBean(JdbcBatchItemWriter.class))
				.transactionManager(context.getBean(PlatformTransactionManager.class))
				.faultTolerant()
				.skipPolicy(new ParticipantSkipPolicy())
				.build())
			.build();
		try {
			JobExecution execution = repository.createJobExecution(
					repository.createJobInstance("benchmark",
							new JobParametersBuilder().addLong("round", (long) number).toJobParameters()),
					new JobParametersBuilder().addLong("round", (long) number).toJobParameters(),
					new ExecutionContext());
			job.execute(execution);
			assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
