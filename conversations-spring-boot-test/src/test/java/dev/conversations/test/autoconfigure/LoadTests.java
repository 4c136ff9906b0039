package dev.conversations.test.autoconfigure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.test.ConversationsSimulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads the lists of many participants at once.
 */
@Tag("long")
@ConversationsTest
class LoadTests {

	private static final int PARTICIPANTS = 10_000;

	private static final int CONVERSATIONS = 3;

	/**
	 * Leak detection included, which takes a third.
	 */
	private static final long MAX_BYTES = 450_000;

	private static final Duration TIMEOUT = Duration.ofSeconds(110);

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	@Test
	void listsWhenReadAtOnceAllSucceed(ConversationsSimulator simulator, @Autowired ParticipantClient client) {
		for (int i = 0; i < PARTICIPANTS * CONVERSATIONS; i++) {
			simulator.conversation().chatParticipant("user-" + i % PARTICIPANTS).add();
		}
		Long records = Flux.range(0, PARTICIPANTS)
			.flatMap((i) -> client.listConversations(ParticipantIdentifier.identity("user-" + i)), PARTICIPANTS)
			.count()
			.block(TIMEOUT);
		assertThat(records).isEqualTo(PARTICIPANTS * CONVERSATIONS);
		assertThat(simulator.requestCount()).isEqualTo(PARTICIPANTS);
	}

	@Test
	void pageWhenFullAndWarmCostsLittle(ConversationsSimulator simulator, @Autowired ParticipantClient client) {
		long pages = 40 * 25;
		long expected = pages * 50;
		IntStream.range(0, 25 * 50).forEach((i) -> simulator.conversation().chatParticipant("ada").add());
		ParticipantIdentifier ada = ParticipantIdentifier.identity("ada");
		Mono<Long> records = Flux.range(0, 40).concatMap((i) -> client.listConversations(ada)).count();
		assertThat(records.block(TIMEOUT)).isEqualTo(expected);
		long time = total(THREADS::getThreadCpuTime);
		long bytes = total(THREADS::getThreadAllocatedBytes);
		assertThat(records.block(TIMEOUT)).isEqualTo(expected);
		System.out.printf("a page: %d µs of CPU%n", (total(THREADS::getThreadCpuTime) - time) / 1000 / pages);
		assertThat((total(THREADS::getThreadAllocatedBytes) - bytes) / pages).as("bytes a page").isLessThan(MAX_BYTES);
	}

	/**
	 * What the threads of the simulator have used.
	 */
	private static long total(LongUnaryOperator usage) {
		return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
			.filter(Objects::nonNull)
			.filter((thread) -> thread.getThreadName().startsWith("conversations-simulator"))
			.mapToLong(ThreadInfo::getThreadId)
			.map(usage)
			.sum();
	}

}
