package dev.conversations.docs;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.conversations.client.Conversation;
import dev.conversations.client.ConversationFilter;
import dev.conversations.client.TwilioConversations;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.SimulatedConversation;
import dev.conversations.test.autoconfigure.ConversationsTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However many callers there are, there is one open conversation.
 */
@ConversationsTest(properties = "twilio.conversations.retry.min-backoff=5ms")
class FindOrCreateConversationTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final String ADDRESS = "+375255555555";

	private static final String PROXY = "+12345678910";

	@Autowired
	private TwilioConversations twilio;

	private FindOrCreateConversation recipe;

	@BeforeEach
	void create() {
		this.recipe = new FindOrCreateConversation(this.twilio, PROXY);
	}

	private List<String> conversations() {
		return this.twilio.conversations()
			.list(ConversationFilter.all())
			.mapNotNull(Conversation::sid)
			.collectList()
			.block(LIMIT);
	}

	@Test
	void openConversationIsFound(ConversationsSimulator simulator) {
		simulator.conversation().state("closed").messagingParticipant(ADDRESS, PROXY).add();
		simulator.conversation().messagingParticipant(ADDRESS, "+12345678911").add();
		SimulatedConversation open = simulator.conversation()
			.state("inactive")
			.messagingParticipant(ADDRESS, PROXY)
			.add();
		assertThat(this.recipe.conversationOf(ADDRESS).block(LIMIT)).isEqualTo(open.sid());
		assertThat(simulator.requests()).allMatch((request) -> request.method().equals("GET"));
	}

	@Test
	void conversationThatIsMissingIsCreated() {
		String created = this.recipe.conversationOf(ADDRESS).block(LIMIT);
		assertThat(conversations()).containsExactly(created);
		assertThat(this.recipe.conversationOf(ADDRESS).block(LIMIT)).isEqualTo(created);
	}

	@Test
	void manyCallersOfSeveralInstancesEndWithOneConversation() {
		List<FindOrCreateConversation> instances = Stream
			.generate(() -> new FindOrCreateConversation(this.twilio, PROXY))
			.limit(4)
			.toList();
		List<String> found = Flux.fromStream(IntStream.range(0, 200).boxed())
			.flatMap((index) -> instances.get(index % 4).conversationOf(ADDRESS).subscribeOn(Schedulers.parallel()),
					200)
			.collectList()
			.block(LIMIT);
		assertThat(found).hasSize(200);
		assertThat(conversations()).hasSize(1).containsExactlyElementsOf(Set.copyOf(found));
	}

	@Test
	void callersOfDifferentNumbersGetDifferentConversations() {
		List<String> found = Flux.range(0, 10)
			.flatMap((index) -> this.recipe.conversationOf("+1555000000" + index))
			.collectList()
			.block(LIMIT);
		assertThat(conversations()).containsExactlyInAnyOrderElementsOf(found).hasSize(10);
	}

	@Test
	void creationWhoseAnswerIsLostIsFound(ConversationsSimulator simulator) {
		simulator.when((request) -> request.method().equals("POST")).times(1).afterProcessing().respond(503);
		String found = this.recipe.conversationOf(ADDRESS).block(LIMIT);
		assertThat(conversations()).containsExactly(found);
	}

	@Test
	void conversationThatIsClosedMeanwhileIsReplaced(ConversationsSimulator simulator) {
		SimulatedConversation first = simulator.conversation().messagingParticipant(ADDRESS, PROXY).add();
		assertThat(this.recipe.conversationOf(ADDRESS).block(LIMIT)).isEqualTo(first.sid());
		first.close();
		assertThat(this.recipe.conversationOf(ADDRESS).block(LIMIT)).isNotEqualTo(first.sid());
		assertThat(conversations()).hasSize(2);
	}

}
