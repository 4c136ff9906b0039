package dev.conversations.batch;

import dev.conversations.client.AuthenticationFailedException;
import dev.conversations.client.RateLimitedException;
import dev.conversations.client.TwilioException;

import org.springframework.batch.core.step.skip.SkipLimitExceededException;
import org.springframework.batch.core.step.skip.SkipPolicy;
import org.springframework.util.Assert;

/**
 * Skips a participant that cannot be read, and nothing else. What would befall every
 * participant is not skipped: credentials that are refused, rate limits, and whatever may
 * succeed later. Failures to write are never skipped, since the engine would lose records
 * then.
 *
 * @since 0.1.0
 */
public final class ParticipantSkipPolicy implements SkipPolicy {

	private static final long DEFAULT_LIMIT = 100;

	private final long limit;

	/**
	 * Creates a policy that skips up to 100 participants in a step or a partition.
	 */
	public ParticipantSkipPolicy() {
		this(DEFAULT_LIMIT);
	}

	/**
	 * Creates a policy.
	 * @param limit how many participants are skipped in a step or a partition, at least 0
	 */
	public ParticipantSkipPolicy(long limit) {
		Assert.isTrue(limit >= 0, "'limit' must not be negative");
		this.limit = limit;
	}

	/**
	 * Tells whether to go on with the next participant.
	 * @param failure the failure
	 * @param skipCount how many participants were skipped before, negative if a write
	 * failed
	 * @return {@code true} to go on
	 * @throws SkipLimitExceededException if the limit is reached
	 */
	@Override
	public boolean shouldSkip(Throwable failure, long skipCount) {
		if (skipCount < 0 || !(failure instanceof ParticipantReadException read) || !isParticular(read)) {
			return false;
		}
		if (skipCount >= this.limit) {
			throw new SkipLimitExceededException(this.limit, failure);
		}
		return true;
	}

	private static boolean isParticular(ParticipantReadException failure) {
		return failure.getCause() instanceof TwilioException cause && !cause.isRetryable()
				&& !(cause instanceof AuthenticationFailedException) && !(cause instanceof RateLimitedException);
	}

}
