package dev.conversations.batch;

import java.util.Random;
import java.util.stream.IntStream;

import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.autoconfigure.ConversationsTest;
import org.junit.jupiter.api.Test;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Crashes sweeps with random settings again and again.
 */
@ConversationsTest
class ReaderCrashTests {

	private static final int SETTINGS = 40;

	private static final int CRASHES = 700;

	private final long seed = Long.getLong("sweep.seed", new Random().nextLong());

	private final Random random = new Random(this.seed);

	@Test
	void readerWhenCrashedAgainAndAgainLosesAndRepeatsNothing(ConversationsSimulator simulator,
			@Autowired ParticipantClient client) {
		System.out.printf("crashes of the reader: -Dsweep.seed=%d%n", this.seed);
		int crashes = 0;
		int settings = 0;
		while (settings < SETTINGS || crashes < CRASHES) {
			simulator.reset();
			Crowd crowd = new Crowd(simulator, 5 + this.random.nextInt(26), (i) -> this.random.nextInt(16));
			int poisoned = 1 + this.random.nextInt(4);
			crashes += crash(crowd, client, poisoned, 2 + this.random.nextInt(6));
			settings++;
		}
		System.out.printf("%d settings, %d crashes%n", settings, crashes);
	}

	private int crash(Crowd crowd, ParticipantClient client, int poisoned, int pageSize) {
		IntStream.range(0, poisoned).forEach(crowd::poison);
		int concurrency = 1 + this.random.nextInt(5);
		Reading reading = new Reading(1 + this.random.nextInt(11));
		int crashes = 0;
		boolean more = true;
		while (more) {
			ParticipantConversationItemReader reader = ParticipantConversationItemReader.builder()
				.client(client)
				.participants(crowd.source())
				.concurrency(concurrency)
				.paging(Paging.defaults().withPageSize(pageSize))
				.build();
			ExecutionContext context = reading.context();
			reader.open(context);
			more = run(reading, reader, context);
			reader.close();
			crashes++;
		}
		check(crowd, reading, poisoned, pageSize);
		return crashes - 1;
	}

	private void check(Crowd crowd, Reading reading, int poisoned, int pageSize) {
		String[] expected = IntStream.range(0, crowd.identifiers().size())
			.boxed()
			.flatMap((i) -> crowd.rows(i).stream().limit((i < poisoned) ? pageSize : Long.MAX_VALUE))
			.toArray(String[]::new);
		assertThat(reading.rows()).as("seed %d", this.seed).containsExactlyInAnyOrder(expected);
		assertThat(reading.failed()).as("seed %d", this.seed)
			.containsExactlyInAnyOrderElementsOf(IntStream.range(0, poisoned)
				.filter((i) -> crowd.rows(i).size() > pageSize)
				.asLongStream()
				.boxed()
				.toList());
	}

	/**
	 * Reads some chunks, of which the last may have been written but not committed.
	 */
	private boolean run(Reading reading, ParticipantConversationItemReader reader, ExecutionContext context) {
		int chunks = this.random.nextInt(4);
		boolean more = true;
		for (int i = 0; i < chunks && more; i++) {
			more = reading.next(reader, context, true);
		}
		if (more && this.random.nextBoolean()) {
			reading.next(reader, context, false);
		}
		return more;
	}

}
