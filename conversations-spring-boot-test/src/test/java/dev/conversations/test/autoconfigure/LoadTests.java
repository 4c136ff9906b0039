package dev.conversations.test.autoconfigure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.test.ConversationsSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads the lists of many participants at once.
 */
@ConversationsTest
class LoadTests {

	private static final int PARTICIPANTS = 10_000;

	private static final int CONVERSATIONS = 3;

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	@Test
	void listsWhenReadAtOnceAllSucceed(ConversationsSimulator simulator, @Autowired ParticipantClient client,
			TestReporter reporter) {
		for (int i = 0; i < PARTICIPANTS * CONVERSATIONS; i++) {
			simulator.conversation().chatParticipant("user-" + i % PARTICIPANTS).add();
		}
		long before = cpuTime();
		Long records = Flux.range(0, PARTICIPANTS)
			.flatMap((i) -> client.listConversations(ParticipantIdentifier.identity("user-" + i)), PARTICIPANTS)
			.count()
			.block(Duration.ofSeconds(60));
		Duration perPage = Duration.ofNanos((cpuTime() - before) / simulator.requestCount());
		reporter.publishEntry("CPU of the simulator per page", perPage.toString());
		assertThat(records).isEqualTo(PARTICIPANTS * CONVERSATIONS);
		assertThat(simulator.requestCount()).isEqualTo(PARTICIPANTS);
		assertThat(perPage).isLessThan(Duration.ofMillis(1));
	}

	private static long cpuTime() {
		return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
			.filter(Objects::nonNull)
			.filter((thread) -> thread.getThreadName().startsWith("conversations-simulator"))
			.mapToLong(ThreadInfo::getThreadId)
			.map(THREADS::getThreadCpuTime)
			.sum();
	}

}
