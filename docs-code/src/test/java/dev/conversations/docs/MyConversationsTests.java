package dev.conversations.docs;

import java.time.Duration;

import dev.conversations.client.PageCursor;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.docs.MyConversations.Slice;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.autoconfigure.ConversationsTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint pages by cursors, and refuses what is none of its own.
 */
@ConversationsTest(MyConversations.class)
class MyConversationsTests {

	@Autowired
	private ParticipantClient client;

	private WebTestClient browser;

	@BeforeEach
	void logAdaIn(@Autowired MyConversations endpoint, ConversationsSimulator simulator) {
		this.browser = WebTestClient.bindToController(endpoint)
			.webFilter((exchange, chain) -> chain.filter(exchange.mutate().principal(Mono.just(() -> "ada")).build()))
			.build();
		for (int index = 0; index < 21; index++) {
			simulator.conversation().chatParticipant("ada").chatParticipant("bob").add();
		}
	}

	@Test
	void pagesAreReadOneByOne(ConversationsSimulator simulator) {
		Slice first = slice("");
		assertThat(first.conversations()).hasSize(20);
		assertThat(simulator.requestCount()).isEqualTo(1);
		Slice last = slice("?cursor=" + first.next());
		assertThat(last.conversations()).hasSize(1).doesNotContainAnyElementsOf(first.conversations());
		assertThat(last.next()).isNull();
	}

	@Test
	void garbledCursorIsRefused(ConversationsSimulator simulator) {
		assertThat(status("?cursor=garbage")).isEqualTo(HttpStatus.BAD_REQUEST.value());
		assertThat(simulator.requestCount()).isZero();
	}

	@Test
	void cursorOfSomeoneElseIsRefused() {
		PageCursor cursor = this.client
			.conversationPage(ParticipantIdentifier.identity("bob"), Paging.defaults().withPageSize(20))
			.block(Duration.ofSeconds(10))
			.next();
		assertThat(status("?cursor=" + cursor.value())).isEqualTo(HttpStatus.BAD_REQUEST.value());
	}

	@Test
	void failureOfTwilioIsNoFailureOfOurs(ConversationsSimulator simulator) {
		simulator.when((request) -> true).error(400, 20001, "Bad request");
		assertThat(status("")).isEqualTo(HttpStatus.BAD_GATEWAY.value());
	}

	private Slice slice(String query) {
		return this.browser.get()
			.uri("/my/conversations" + query)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(Slice.class)
			.returnResult()
			.getResponseBody();
	}

	private int status(String query) {
		return this.browser.get().uri("/my/conversations" + query).exchange().returnResult().getStatus().value();
	}

}
