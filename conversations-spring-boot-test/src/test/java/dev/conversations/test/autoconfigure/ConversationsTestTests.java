package dev.conversations.test.autoconfigure;

import dev.conversations.client.ParticipantClient;
import dev.conversations.test.ConversationsSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConversationsTest}.
 */
@ConversationsTest(properties = "example.greeting=hello")
class ConversationsTestTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private ConversationsSimulator simulator;

	@BeforeEach
	void addConversation(ConversationsSimulator simulator) {
		simulator.conversation().uniqueName("talk").chatParticipant("ada").add();
	}

	@Test
	void contextHoldsClientAndNoUnnamedComponents() {
		assertThat(this.context.getBeansOfType(ParticipantClient.class)).hasSize(1);
		assertThat(this.context.getBeansOfType(UnrelatedComponent.class)).isEmpty();
	}

	@Test
	void propertiesAreAdded(@Autowired Environment environment) {
		assertThat(environment.getProperty("example.greeting")).isEqualTo("hello");
	}

	@Test
	void simulatorAsParameterIsBean(ConversationsSimulator plain, @Autowired ConversationsSimulator autowired) {
		assertThat(plain).isSameAs(this.simulator).isSameAs(autowired);
	}

	@RepeatedTest(3)
	void simulatorIsResetBetweenTests(@Autowired ParticipantClient client) {
		assertThat(this.simulator.requestCount()).isZero();
		assertThat(client.list("talk").collectList().block(TestTimeouts.DEFAULT)).hasSize(1);
	}

	@Nested
	class WhenNested {

		@RepeatedTest(2)
		void simulatorIsSharedAndReset(ConversationsSimulator nested, @Autowired ParticipantClient client) {
			assertThat(nested).isSameAs(ConversationsTestTests.this.simulator);
			assertThat(client.fetch("talk", "ada").block(TestTimeouts.DEFAULT)).isNotNull();
			assertThat(nested.requestCount()).isOne();
		}

	}

}
