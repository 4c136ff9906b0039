package dev.conversations.batch;

import java.util.Collections;
import java.util.Map;

import dev.conversations.client.ParticipantIdentifier;
import org.junit.jupiter.api.Test;

import org.springframework.batch.infrastructure.item.ExecutionContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ParticipantPartitioner}.
 */
class ParticipantPartitionerTests {

	private final ParticipantSource source = ParticipantSource
		.of(Collections.nCopies(25, ParticipantIdentifier.identity("ada")));

	@Test
	void partitionCoversAllParticipants() {
		Map<String, ExecutionContext> partitions = new ParticipantPartitioner(this.source, 10).partition(1);
		assertThat(partitions).containsOnlyKeys("00000000", "00000010", "00000020");
		assertThat(partitions.get("00000020").toMap()).isEqualTo(Map.of("from", 20L, "to", 25L));
	}

	@Test
	void partitionWhenNobodyIsThereIsEmpty() {
		assertThat(new ParticipantPartitioner(ParticipantSource.of(Collections.emptyList())).partition(8)).isEmpty();
	}

	@Test
	void createWhenSizeIsNotPositiveIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new ParticipantPartitioner(this.source, 0))
			.withMessage("'participantsPerPartition' must be positive");
	}

}
