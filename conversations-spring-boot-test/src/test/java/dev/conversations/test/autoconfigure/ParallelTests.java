package dev.conversations.test.autoconfigure;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.test.ConversationsSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that run in parallel have the simulator of their shared context one at a time.
 */
class ParallelTests {

	private static final Set<ConversationsSimulator> simulators = ConcurrentHashMap.newKeySet();

	@Test
	void classesWhenParallelDoNotMeet() {
		simulators.clear();
		EngineTestKit.engine("junit-jupiter")
			.configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
			.configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
			.configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
			.configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
			.selectors(DiscoverySelectors.selectClass(First.class), DiscoverySelectors.selectClass(Second.class))
			.execute()
			.testEvents()
			.assertStatistics((statistics) -> statistics.succeeded(60));
		assertThat(simulators).hasSize(1);
	}

	private static void use(ConversationsSimulator simulator, ParticipantClient client, int conversations) {
		simulators.add(simulator);
		IntStream.range(0, conversations).forEach((i) -> simulator.conversation().chatParticipant("ada").add());
		assertThat(client.listConversations(ParticipantIdentifier.identity("ada")).count().block(TestTimeouts.DEFAULT))
			.isEqualTo(conversations + 1);
		assertThat(simulator.requestCount()).isOne();
	}

	@ConversationsTest
	static class First {

		@BeforeEach
		void addConversation(ConversationsSimulator simulator) {
			simulator.conversation().chatParticipant("ada").add();
		}

		@RepeatedTest(20)
		void simulatorIsAlone(ConversationsSimulator simulator, @Autowired ParticipantClient client) {
			use(simulator, client, 3);
		}

		@Nested
		class Within {

			@RepeatedTest(20)
			void simulatorIsAlone(ConversationsSimulator simulator, @Autowired ParticipantClient client) {
				use(simulator, client, 4);
			}

		}

	}

	@ConversationsTest
	static class Second {

		@RepeatedTest(20)
		void simulatorIsAlone(ConversationsSimulator simulator, @Autowired ParticipantClient client) {
			simulator.conversation().chatParticipant("ada").add();
			use(simulator, client, 5);
		}

	}

}
