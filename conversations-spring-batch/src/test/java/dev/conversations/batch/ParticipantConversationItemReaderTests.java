package dev.conversations.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;

import dev.conversations.client.AuthenticationFailedException;
import dev.conversations.client.NotFoundException;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.autoconfigure.ConversationsTest;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.repository.dao.DefaultExecutionContextSerializer;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ParticipantConversationItemReader}.
 */
@ConversationsTest
class ParticipantConversationItemReaderTests {

	@Autowired
	private ParticipantClient client;

	@Autowired
	private ConversationsSimulator simulator;

	@Test
	void readWhenOneAtATimeKeepsAllOrder() {
		Crowd crowd = new Crowd(this.simulator, 5, (i) -> 3 * i);
		Reading reading = new Reading(4);
		reading.toEnd(reader(crowd.source(), 1, 2));
		assertThat(reading.rows()).containsExactlyElementsOf(crowd.rows());
	}

	@Test
	void readWhenNotOpenedIsRefused() {
		assertThatIllegalStateException().isThrownBy(reader(ParticipantSource.of(List.of()), 1, 2)::read)
			.withMessage("The reader must be opened before it is read from");
	}

	@Test
	void readWhenNobodyIsThereEnds() {
		Reading reading = new Reading(10);
		reading.toEnd(reader(ParticipantSource.of(List.of()), 16, 50));
		assertThat(reading.rows()).isEmpty();
		assertThat(this.simulator.requestCount()).isZero();
	}

	@Test
	void readWhenPartitionReadsItsParticipantsOnly() {
		Crowd crowd = new Crowd(this.simulator, 10, (i) -> 2);
		ExecutionContext context = new ExecutionContext();
		context.putLong("from", 3);
		context.putLong("to", 5);
		Reading reading = new Reading(10, context);
		reading.toEnd(reader(crowd.source(), 4, 50));
		assertThat(reading.rows()).containsExactlyInAnyOrderElementsOf(crowd.rows().subList(6, 10));
		assertThat(reading.context().getLong("participants.finished")).isEqualTo(2);
		assertThat(reading.context().getLong("participants.total")).isEqualTo(2);
	}

	@Test
	void readWhenParticipantFailsTellsOnceAndGoesOn() {
		Crowd crowd = new Crowd(this.simulator, 3, (i) -> 4);
		crowd.poison(0);
		ParticipantConversationItemReader reader = reader(crowd.source(), 1, 2);
		reader.open(new ExecutionContext());
		assertThat(reader.read()).extracting(Crowd::row).isEqualTo(crowd.rows(0).get(0));
		assertThat(reader.read()).extracting(Crowd::row).isEqualTo(crowd.rows(0).get(1));
		assertThatExceptionOfType(ParticipantReadException.class).isThrownBy(reader::read).satisfies((ex) -> {
			assertThat(ex).hasMessageStartingWith("Participant 0 (identity) could not be read: GET ")
				.hasMessageNotContaining("user")
				.hasCauseInstanceOf(NotFoundException.class);
			assertThat(ex.status()).isEqualTo(404);
			assertThat(ex.code()).isEqualTo(20404);
			assertThat(ex.resumeCursor()).isNotNull();
			assertThat(ex.kind()).isEqualTo("identity");
		});
		assertThat(reader.read()).extracting(Crowd::row).isEqualTo(crowd.rows(1).get(0));
		reader.close();
	}

	@Test
	void readWhenCredentialsAreRefusedTellsWhy() {
		Crowd crowd = new Crowd(this.simulator, 3, (i) -> 4);
		this.simulator.suspendAccount();
		ParticipantConversationItemReader reader = reader(crowd.source(), 1, 2);
		reader.open(new ExecutionContext());
		assertThatExceptionOfType(ParticipantReadException.class).isThrownBy(reader::read)
			.withCauseInstanceOf(AuthenticationFailedException.class);
		reader.close();
	}

	@Test
	void readWhenRateLimitOutlastsTheClientGoesOn() {
		Crowd crowd = new Crowd(this.simulator, 3, (i) -> 4);
		crowd.limit(1, 5);
		Reading reading = new Reading(10);
		reading.toEnd(reader(crowd.source(), 2, 2));
		assertThat(reading.rows()).containsExactlyInAnyOrderElementsOf(crowd.rows());
		assertThat(reading.failed()).isEmpty();
	}

	@Test
	void buildWhenRetryTimeoutIsNegativeIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ParticipantConversationItemReader.builder().retryTimeout(Duration.ofMillis(-1)))
			.withMessage("'retryTimeout' must be between zero and 365 days");
	}

	@Test
	void readWhenConversationsGoWhileDownLosesNoneOfTheRest() {
		Crowd crowd = new Crowd(this.simulator, 1, (i) -> 12);
		List<String> before = crowd.rows();
		Reading reading = interrupted(crowd, 7);
		crowd.remove(0, 0);
		crowd.remove(0, 4);
		crowd.remove(0, 4);
		reading.toEnd(reader(crowd.source(), 1, 5));
		assertThat(reading.rows()).containsExactlyElementsOf(before);
	}

	@Test
	void readWhenLastConversationGoesWhileDownLosesNoneOfTheRest() {
		Crowd crowd = new Crowd(this.simulator, 1, (i) -> 12);
		List<String> before = crowd.rows();
		Reading reading = interrupted(crowd, 7);
		crowd.remove(0, 6);
		reading.toEnd(reader(crowd.source(), 1, 5));
		assertThat(reading.rows()).containsExactlyElementsOf(before);
	}

	@Test
	void readWhenConversationsComeWhileDownRepeatsNone() {
		Crowd crowd = new Crowd(this.simulator, 1, (i) -> 12);
		List<String> before = crowd.rows();
		Reading reading = interrupted(crowd, 3);
		for (int i = 0; i < 9; i++) {
			this.simulator.conversation().sid("CH" + "%032x".formatted(i)).chatParticipant(Crowd.identity(0)).add();
		}
		reading.toEnd(reader(crowd.source(), 1, 5));
		assertThat(reading.rows()).containsExactlyElementsOf(before);
	}

	@Test
	void openWhenSourceHasChangedIsRefused() {
		Crowd crowd = new Crowd(this.simulator, 2, (i) -> 12);
		Reading reading = interrupted(crowd, 3);
		ParticipantSource other = ParticipantSource
			.of(List.of(ParticipantIdentifier.identity("user-1"), ParticipantIdentifier.identity("user-0")));
		ParticipantConversationItemReader reader = reader(other, 1, 5);
		assertThatIllegalStateException().isThrownBy(() -> reader.open(reading.context()))
			.withMessage("The participants are not those that the sweep was started with");
	}

	@Test
	void updateWhenAllAreOnLaterPagesKeepsContextShort() throws IOException {
		Crowd crowd = new Crowd(this.simulator, 40, (i) -> 30);
		Reading reading = new Reading(7);
		ParticipantConversationItemReader reader = reader(crowd.source(), 16, 4);
		ExecutionContext context = reading.context();
		context.put("batch.version", "6.0.6");
		context.put("batch.stepType", "org.springframework.batch.core.step.item.ChunkOrientedStep");
		reader.open(context);
		int longest = 0;
		while (reading.next(reader, context, true)) {
			ByteArrayOutputStream serialized = new ByteArrayOutputStream();
			new DefaultExecutionContextSerializer().serialize(new HashMap<>(context.toMap()), serialized);
			longest = Math.max(longest, serialized.size());
		}
		reader.close();
		assertThat(longest).isBetween(1000, 2499);
		assertThat(context.toString()).doesNotContain("user-");
	}

	@Test
	void buildWhenPagingHasLimitIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ParticipantConversationItemReader.builder().paging(Paging.defaults().withLimit(3)))
			.withMessage("'paging' must not have a limit or a start");
	}

	@Test
	void buildWhenSomethingIsMissingIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(ParticipantConversationItemReader.builder().client(this.client)::build)
			.withMessage("'participants' must be set");
	}

	private Reading interrupted(Crowd crowd, int rows) {
		Reading reading = new Reading(rows);
		ParticipantConversationItemReader reader = reader(crowd.source(), 1, 5);
		ExecutionContext context = reading.context();
		reader.open(context);
		assertThat(reading.next(reader, context, true)).isTrue();
		reader.close();
		return reading;
	}

	private ParticipantConversationItemReader reader(ParticipantSource source, int concurrency, int pageSize) {
		return ParticipantConversationItemReader.builder()
			.client(this.client)
			.participants(source)
			.concurrency(concurrency)
			.paging(Paging.defaults().withPageSize(pageSize))
			.build();
	}

}
