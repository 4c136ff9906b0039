package dev.conversations.batch.autoconfigure;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@link ConfigurationProperties} for sweeps.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("twilio.conversations.batch")
public class ConversationsBatchProperties {

	/**
	 * Number of participants that a worker reads at once.
	 */
	private int concurrency = 16;

	/**
	 * Number of conversations that are written and committed at once.
	 */
	private int chunkSize = 500;

	/**
	 * Number of participants of a partition.
	 */
	private int participantsPerPartition = 2000;

	/**
	 * Time for which a participant whose list fails with a rate limit or an outage is
	 * tried again. It has to be shorter than the quiet period.
	 */
	private Duration retryTimeout = Duration.ofMinutes(1);

	/**
	 * Time without a commit after which a step is taken for dead when a sweep is
	 * recovered. It has to be longer than any chunk takes.
	 */
	private Duration quietPeriod = Duration.ofMinutes(2);

	/**
	 * Time without a commit of a partition after which the sweep fails. It has to be
	 * longer than any chunk takes.
	 */
	private Duration stallTimeout = Duration.ofMinutes(15);

	public int getConcurrency() {
		return this.concurrency;
	}

	public void setConcurrency(int concurrency) {
		this.concurrency = concurrency;
	}

	public int getChunkSize() {
		return this.chunkSize;
	}

	public void setChunkSize(int chunkSize) {
		this.chunkSize = chunkSize;
	}

	public int getParticipantsPerPartition() {
		return this.participantsPerPartition;
	}

	public void setParticipantsPerPartition(int participantsPerPartition) {
		this.participantsPerPartition = participantsPerPartition;
	}

	public Duration getRetryTimeout() {
		return this.retryTimeout;
	}

	public void setRetryTimeout(Duration retryTimeout) {
		this.retryTimeout = retryTimeout;
	}

	public Duration getQuietPeriod() {
		return this.quietPeriod;
	}

	public void setQuietPeriod(Duration quietPeriod) {
		this.quietPeriod = quietPeriod;
	}

	public Duration getStallTimeout() {
		return this.stallTimeout;
	}

	public void setStallTimeout(Duration stallTimeout) {
		this.stallTimeout = stallTimeout;
	}

}
