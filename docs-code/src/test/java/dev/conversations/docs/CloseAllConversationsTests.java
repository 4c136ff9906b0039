package dev.conversations.docs;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import dev.conversations.client.AuthenticationFailedException;
import dev.conversations.client.Conversation;
import dev.conversations.client.ConversationFilter;
import dev.conversations.client.ConversationState;
import dev.conversations.client.PageCursor;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.TwilioConversations;
import dev.conversations.docs.CloseAllConversations.ClosedPage;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.autoconfigure.ConversationsTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All conversations of a person are closed, also by a run that goes on where another one
 * broke off.
 */
@ConversationsTest(properties = "twilio.conversations.paging.page-size=5")
class CloseAllConversationsTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final ParticipantIdentifier ADA = ParticipantIdentifier.identity("ada");

	@Autowired
	private TwilioConversations twilio;

	private CloseAllConversations recipe;

	@BeforeEach
	void create(ConversationsSimulator simulator) {
		this.recipe = new CloseAllConversations(this.twilio, Duration.ofMillis(1));
		for (int index = 0; index < 12; index++) {
			simulator.conversation().state((index % 3 == 0) ? "closed" : "active").chatParticipant("ada").add();
		}
		simulator.conversation().chatParticipant("bob").add();
	}

	private List<Conversation> open() {
		return this.twilio.conversations()
			.list(ConversationFilter.all().withState(ConversationState.ACTIVE))
			.collectList()
			.block(LIMIT);
	}

	@Test
	void openConversationsOfThePersonAreClosed(ConversationsSimulator simulator) {
		List<ClosedPage> pages = this.recipe.closeAll(ADA, null).collectList().block(LIMIT);
		assertThat(pages).hasSize(3);
		assertThat(pages).flatExtracting(ClosedPage::closed).hasSize(8).doesNotHaveDuplicates();
		assertThat(pages).flatExtracting(ClosedPage::failed).isEmpty();
		assertThat(pages.get(2).next()).isNull();
		assertThat(open()).hasSize(1);
		assertThat(simulator.requests()).filteredOn((request) -> request.method().equals("POST")).hasSize(8);
	}

	@Test
	void runThatBrokeOffIsResumed(ConversationsSimulator simulator) {
		ClosedPage first = this.recipe.closeAll(ADA, null).blockFirst(LIMIT);
		PageCursor next = PageCursor.of(Objects.requireNonNull(first.next()).value());
		List<ClosedPage> rest = this.recipe.closeAll(ADA, next).collectList().block(LIMIT);
		assertThat(rest).hasSize(2);
		assertThat(open()).hasSize(1);
		assertThat(simulator.requests()).filteredOn((request) -> request.method().equals("POST")).hasSize(8);
	}

	@Test
	void failureIsReportedAndTheOthersAreClosed(ConversationsSimulator simulator) {
		simulator.when((request) -> request.method().equals("POST")).times(1).error(400, 50386, "Not usable for ada");
		List<ClosedPage> pages = this.recipe.closeAll(ADA, null).collectList().block(LIMIT);
		assertThat(pages).flatExtracting(ClosedPage::closed).hasSize(7);
		assertThat(pages).flatExtracting(ClosedPage::failed).singleElement().satisfies((failed) -> {
			assertThat(failed.conversationSid()).startsWith("CH");
			assertThat(failed.reason()).contains("400, code 50386");
		});
		assertThat(open()).hasSize(2);
	}

	@Test
	void refusedCredentialsEndTheRun(ConversationsSimulator simulator) {
		simulator.when((request) -> request.method().equals("POST")).error(403, 20403, "Suspended");
		StepVerifier.create(this.recipe.closeAll(ADA, null))
			.expectError(AuthenticationFailedException.class)
			.verify(LIMIT);
	}

}
