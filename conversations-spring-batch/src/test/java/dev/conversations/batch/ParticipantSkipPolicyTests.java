package dev.conversations.batch;

import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.TwilioException;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.autoconfigure.ConversationsTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.batch.core.step.skip.SkipLimitExceededException;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link ParticipantSkipPolicy}.
 */
@ConversationsTest(properties = { "twilio.conversations.retry.max-attempts=1" })
class ParticipantSkipPolicyTests {

	private final ParticipantSkipPolicy policy = new ParticipantSkipPolicy(3);

	@Autowired
	private ConversationsSimulator simulator;

	@Autowired
	private ParticipantClient client;

	@ParameterizedTest
	@CsvSource({ "400, true", "404, true", "401, false", "403, false", "429, false", "500, false", "502, false",
			"503, false", "504, false" })
	void shouldSkipWhenAnsweredDependsOnStatus(int status, boolean skipped) {
		assertThat(this.policy.shouldSkip(failure(status), 0)).isEqualTo(skipped);
	}

	@Test
	void shouldSkipWhenWriteFailedIsFalse() {
		assertThat(this.policy.shouldSkip(failure(404), -1)).isFalse();
		assertThat(this.policy.shouldSkip(new IllegalStateException(), 0)).isFalse();
	}

	@Test
	void shouldSkipWhenLimitIsReachedFails() {
		ParticipantReadException failure = failure(404);
		assertThat(this.policy.shouldSkip(failure, 2)).isTrue();
		assertThatExceptionOfType(SkipLimitExceededException.class)
			.isThrownBy(() -> this.policy.shouldSkip(failure, 3));
	}

	private ParticipantReadException failure(int status) {
		this.simulator.next().respond(status);
		TwilioException cause = catchThrowableOfType(TwilioException.class,
				() -> this.client.listConversations(ParticipantIdentifier.identity("ada")).blockLast());
		return new ParticipantReadException(0, "identity", cause);
	}

}
