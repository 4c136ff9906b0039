package dev.conversations.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.conversations.client.ParticipantConversation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.listener.SkipListener;
import org.springframework.batch.core.listener.StepListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.messaging.SubscribableChannel;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.Assert;

/**
 * Builder of the step that the workers of a sweep carry out, several at once if the
 * channel delivers several requests at once. The step answers to the name that the
 * manager sends, whatever the name of its bean is.
 * <p>
 * Requests that are out of date are filtered out, participants that cannot be read are
 * skipped, and failures to write never are. A worker that was taken for dead and replaced
 * cannot commit a chunk any more.
 *
 * @since 0.1.0
 */
public final class ParticipantSweepWorkerBuilder {

	/**
	 * Default number of conversations that are written at once.
	 */
	static final int DEFAULT_CHUNK_SIZE = 500;

	private final String name;

	private final JobRepository jobRepository;

	private final List<StepListener> listeners = new ArrayList<>();

	private @Nullable Supplier<ParticipantConversationItemReader> reader;

	private @Nullable ItemProcessor<ParticipantConversation, Object> processor;

	private @Nullable ItemWriter<Object> writer;

	private @Nullable PlatformTransactionManager transactionManager;

	private @Nullable SubscribableChannel requests;

	private @Nullable SkipListener<Object, Object> failures;

	private @Nullable ObservationRegistry observations;

	private ParticipantSkipPolicy skipPolicy = new ParticipantSkipPolicy();

	private int chunkSize = DEFAULT_CHUNK_SIZE;

	ParticipantSweepWorkerBuilder(String name, JobRepository jobRepository) {
		Assert.hasText(name, "'name' must not be empty");
		Assert.notNull(jobRepository, "'jobRepository' must not be null");
		this.name = name;
		this.jobRepository = jobRepository;
	}

	/**
	 * Sets how conversations are read. Each partition gets a reader of its own.
	 * @param reader the description of the readers
	 * @return this builder
	 */
	public ParticipantSweepWorkerBuilder reader(ParticipantConversationItemReaderBuilder reader) {
		Assert.notNull(reader, "'reader' must not be null");
		this.reader = reader::build;
		return this;
	}

	/**
	 * Sets a writer of conversations.
	 * @param writer the writer; one for the database of the job repository, so that both
	 * share a transaction, writes each conversation exactly once
	 * @return this builder
	 */
	@SuppressWarnings("unchecked")
	public ParticipantSweepWorkerBuilder writer(ItemWriter<? super ParticipantConversation> writer) {
		Assert.notNull(writer, "'writer' must not be null");
		this.processor = null;
		this.writer = (ItemWriter<Object>) (ItemWriter<?>) writer;
		return this;
	}

	/**
	 * Sets a writer of something that is made of conversations.
	 * @param processor makes it, or returns {@code null} for nothing to be written
	 * @param writer the writer
	 * @param <T> the type of what is written
	 * @return this builder
	 */
	@SuppressWarnings("unchecked")
	public <T> ParticipantSweepWorkerBuilder writer(
			ItemProcessor<? super ParticipantConversation, ? extends T> processor, ItemWriter<? super T> writer) {
		Assert.notNull(processor, "'processor' must not be null");
		Assert.notNull(writer, "'writer' must not be null");
		this.processor = (ItemProcessor<ParticipantConversation, Object>) (ItemProcessor<?, ?>) processor;
		this.writer = (ItemWriter<Object>) (ItemWriter<?>) writer;
		return this;
	}

	/**
	 * Sets how many conversations are written and committed at once.
	 * @param chunkSize the number of conversations, at least 1; 500 by default
	 * @return this builder
	 */
	public ParticipantSweepWorkerBuilder chunkSize(int chunkSize) {
		Assert.isTrue(chunkSize > 0, "'chunkSize' must be positive");
		this.chunkSize = chunkSize;
		return this;
	}

	/**
	 * Sets what transactions are begun with.
	 * @param transactionManager the transaction manager of the job repository's database
	 * @return this builder
	 */
	public ParticipantSweepWorkerBuilder transactionManager(PlatformTransactionManager transactionManager) {
		this.transactionManager = transactionManager;
		return this;
	}

	/**
	 * Sets where the requests for partitions come from.
	 * @param requests the channel; what feeds it must take a request as done only after
	 * the channel has returned, as a transacted session of JMS does
	 * @return this builder
	 */
	public ParticipantSweepWorkerBuilder requests(SubscribableChannel requests) {
		this.requests = requests;
		return this;
	}

	/**
	 * Sets which participants may be skipped.
	 * @param skipPolicy the policy; by default it skips up to 100 in a partition
	 * @return this builder
	 */
	public ParticipantSweepWorkerBuilder skipPolicy(ParticipantSkipPolicy skipPolicy) {
		Assert.notNull(skipPolicy, "'skipPolicy' must not be null");
		this.skipPolicy = skipPolicy;
		return this;
	}

	/**
	 * Sets what is told of participants that are skipped.
	 * @param failures the listener, such as {@link FailedParticipantListener}
	 * @return this builder
	 */
	public ParticipantSweepWorkerBuilder failures(SkipListener<Object, Object> failures) {
		this.failures = failures;
		return this;
	}

	/**
	 * Adds a listener of the step.
	 * @param listener the listener
	 * @return this builder
	 */
	public ParticipantSweepWorkerBuilder listener(StepListener listener) {
		Assert.notNull(listener, "'listener' must not be null");
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Sets what is told of the step for Spring Batch's own meters.
	 * @param observations the registry of observations
	 * @return this builder
	 */
	public ParticipantSweepWorkerBuilder observationRegistry(ObservationRegistry observations) {
		this.observations = observations;
		return this;
	}

	/**
	 * Builds the step and begins to listen to the channel.
	 * @return the step of the workers
	 * @throws IllegalArgumentException if the reader, the writer, the transaction manager
	 * or the channel were not set
	 */
	public Step build() {
		Assert.notNull(this.reader, "'reader' must be set");
		Assert.notNull(this.writer, "'writer' must be set");
		Assert.notNull(this.transactionManager, "'transactionManager' must be set");
		Assert.notNull(this.requests, "'requests' must be set");
		JobRepository repository = FencedJobRepository.of(this.jobRepository);
		Step step = step(repository, new ReaderPerThread(this.reader), this.writer, this.transactionManager);
		this.requests.subscribe(new PartitionRequestHandler(step, repository));
		return step;
	}

	private Step step(JobRepository repository, ReaderPerThread reads, ItemWriter<Object> writes,
			PlatformTransactionManager transactions) {
		ChunkOrientedStepBuilder<ParticipantConversation, Object> builder = new ChunkOrientedStepBuilder<ParticipantConversation, Object>(
				this.name, repository, this.chunkSize)
			.reader(reads)
			.writer(writes)
			.transactionManager(transactions)
			.faultTolerant()
			.skipPolicy(this.skipPolicy);
		builder.processor((this.processor != null) ? this.processor : (conversation) -> conversation);
		if (this.failures != null) {
			builder.skipListener(this.failures);
		}
		if (this.observations != null) {
			builder.observationRegistry(this.observations);
		}
		this.listeners.forEach(builder::listener);
		return builder.build();
	}

}
