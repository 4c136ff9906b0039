package dev.conversations.test.autoconfigure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.test.ConversationsSimulator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads the lists of many participants at once.
 */
@ConversationsTest
class LoadTests {

	private static final int PARTICIPANTS = 10_000;

	private static final int CONVERSATIONS = 3;

	private static final Duration LIMIT = Duration.ofMillis(1);

	/**
	 * The first thousand pages cost more, as does the search for leaks in these tests.
	 */
	private static final Duration COLD_LIMIT = LIMIT.multipliedBy(5);

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	@Test
	void listsWhenReadAtOnceAllSucceed(ConversationsSimulator simulator, @Autowired ParticipantClient client) {
		for (int i = 0; i < PARTICIPANTS * CONVERSATIONS; i++) {
			simulator.conversation().chatParticipant("user-" + i % PARTICIPANTS).add();
		}
		long before = simulatorTime();
		Long records = Flux.range(0, PARTICIPANTS)
			.flatMap((i) -> client.listConversations(ParticipantIdentifier.identity("user-" + i)), PARTICIPANTS)
			.count()
			.block(TIMEOUT);
		Duration perPage = Duration.ofNanos((simulatorTime() - before) / simulator.requestCount());
		assertThat(records).isEqualTo(PARTICIPANTS * CONVERSATIONS);
		assertThat(simulator.requestCount()).isEqualTo(PARTICIPANTS);
		assertThat(perPage).isLessThan(COLD_LIMIT);
	}

	@Test
	void pageWhenFullAndWarmCostsLittle(ConversationsSimulator simulator, @Autowired ParticipantClient client) {
		IntStream.range(0, 1250).forEach((i) -> simulator.conversation().chatParticipant("ada").add());
		ParticipantIdentifier ada = ParticipantIdentifier.identity("ada");
		Mono<Long> records = Flux.range(0, 10).concatMap((i) -> client.listConversations(ada)).count();
		boolean cheap = IntStream.range(0, 20).mapToObj((round) -> {
			long before = simulatorTime();
			assertThat(records.block(TIMEOUT)).isEqualTo(12_500);
			return Duration.ofNanos((simulatorTime() - before) / 250);
		}).anyMatch((perPage) -> perPage.compareTo(LIMIT) < 0);
		assertThat(cheap).isTrue();
	}

	private static long simulatorTime() {
		return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
			.filter(Objects::nonNull)
			.filter((thread) -> thread.getThreadName().startsWith("conversations-simulator"))
			.mapToLong(ThreadInfo::getThreadId)
			.map(THREADS::getThreadCpuTime)
			.sum();
	}

}
