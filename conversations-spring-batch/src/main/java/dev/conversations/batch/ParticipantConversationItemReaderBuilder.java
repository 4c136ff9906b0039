package dev.conversations.batch;

import java.time.Duration;

import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Builder of {@link ParticipantConversationItemReader}s.
 *
 * @since 0.1.0
 */
public final class ParticipantConversationItemReaderBuilder {

	/**
	 * Default number of participants that are read at once.
	 */
	static final int DEFAULT_CONCURRENCY = 16;

	/**
	 * Default time for which a list that fails is tried again.
	 */
	static final Duration DEFAULT_RETRY_TIMEOUT = Duration.ofMinutes(1);

	private String name = "participants";

	private @Nullable ParticipantClient client;

	private @Nullable ParticipantSource participants;

	private int concurrency = DEFAULT_CONCURRENCY;

	private Paging paging = Paging.defaults();

	private Duration retryTimeout = DEFAULT_RETRY_TIMEOUT;

	/**
	 * Sets the name, with which the keys of the reader in the execution context begin.
	 * @param name the name, {@code participants} by default
	 * @return this builder
	 */
	public ParticipantConversationItemReaderBuilder name(String name) {
		Assert.hasText(name, "'name' must not be empty");
		this.name = name;
		return this;
	}

	/**
	 * Sets the client to read with.
	 * @param client the client
	 * @return this builder
	 */
	public ParticipantConversationItemReaderBuilder client(ParticipantClient client) {
		this.client = client;
		return this;
	}

	/**
	 * Sets the participants whose conversations are read.
	 * @param participants the source, the same in each process of a sweep
	 * @return this builder
	 */
	public ParticipantConversationItemReaderBuilder participants(ParticipantSource participants) {
		this.participants = participants;
		return this;
	}

	/**
	 * Sets how many participants are read at once.
	 * @param concurrency the number of participants, at least 1; 16 by default
	 * @return this builder
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public ParticipantConversationItemReaderBuilder concurrency(int concurrency) {
		Assert.isTrue(concurrency > 0, "'concurrency' must be positive");
		this.concurrency = concurrency;
		return this;
	}

	/**
	 * Sets how each list is read.
	 * @param paging the page size and the read-ahead; a limit or a start is refused,
	 * since neither could be kept after a restart
	 * @return this builder
	 * @throws IllegalArgumentException if the paging has a limit or a start
	 */
	public ParticipantConversationItemReaderBuilder paging(Paging paging) {
		Assert.isTrue(paging.limit() == null && paging.start() == null, "'paging' must not have a limit or a start");
		this.paging = paging;
		return this;
	}

	/**
	 * Sets how long a list is tried again that fails with what may pass, such as a rate
	 * limit or an outage, after the client has given up. It goes on with the page that is
	 * due; each page that comes begins the time anew.
	 * @param retryTimeout the time, a minute by default; zero to fail at once
	 * @return this builder
	 * @throws IllegalArgumentException if the time is negative or longer than 365 days
	 */
	public ParticipantConversationItemReaderBuilder retryTimeout(Duration retryTimeout) {
		Assert.isTrue(!retryTimeout.isNegative() && retryTimeout.compareTo(Duration.ofDays(365)) <= 0,
				"'retryTimeout' must be between zero and 365 days");
		this.retryTimeout = retryTimeout;
		return this;
	}

	/**
	 * Builds the reader.
	 * @return a reader
	 * @throws IllegalArgumentException if the client or the participants were not set
	 */
	public ParticipantConversationItemReader build() {
		ParticipantClient reads = this.client;
		ParticipantSource source = this.participants;
		Assert.notNull(reads, "'client' must be set");
		Assert.notNull(source, "'participants' must be set");
		return new ParticipantConversationItemReader(this.name, reads, source, this.concurrency, this.paging,
				this.retryTimeout);
	}

}
