package com.example.support;

import java.util.List;
import java.util.Optional;

import com.example.support.ConversationsController.Conversations;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.SimulatedAccount;
import dev.conversations.test.autoconfigure.AutoConfigureConversationsSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureWebTestClient(timeout = "30s")
@AutoConfigureConversationsSimulator
class ConversationsControllerTests {

	private static final String PHONE = "+375255555555";

	@Autowired
	private WebTestClient http;

	private SimulatedAccount blue;

	private SimulatedAccount red;

	@BeforeEach
	void addTenants(ConversationsSimulator simulator) {
		this.blue = simulator.account("AC0000000000000000000000000000b1e0", "token-of-blue");
		this.red = simulator.account("AC0000000000000000000000000000ed00", "token-of-red");
		for (int index = 0; index < 21; index++) {
			this.blue.conversation().messagingParticipant(PHONE, "+123456789" + (10 + index)).add();
			this.red.conversation().messagingParticipant(PHONE, "+223456789" + (10 + index)).add();
		}
	}

	@Test
	void cursorLeadsToTheNextPage() {
		Conversations first = page("blue", null);
		assertThat(first.sids()).hasSize(20);
		assertThat(this.blue.requests()).hasSize(1);

		Conversations second = page("blue", first.next().value());
		assertThat(second.sids()).hasSize(1).doesNotContainAnyElementsOf(first.sids());
		assertThat(second.next()).isNull();
	}

	@Test
	void tenantSeesItsOwnConversations() {
		List<String> ofBlue = page("blue", null).sids();
		List<String> ofRed = page("red", null).sids();
		assertThat(ofBlue).hasSize(20).doesNotContainAnyElementsOf(ofRed);
	}

	@Test
	void cursorThatIsNoneIsABadRequest() {
		get("blue", "garbled").expectStatus().isBadRequest();
		assertThat(this.blue.requests()).isEmpty();
	}

	@Test
	void cursorOfAnotherTenantIsABadRequest() {
		get("red", page("blue", null).next().value()).expectStatus().isBadRequest();
		assertThat(this.red.requests()).isEmpty();
	}

	@Test
	void tenantThatIsUnknownIsNotFound() {
		get("green", null).expectStatus().isNotFound();
	}

	private Conversations page(String tenant, String cursor) {
		EntityExchangeResult<Conversations> result = get(tenant, cursor).expectStatus()
			.isOk()
			.expectBody(Conversations.class)
			.returnResult();
		return result.getResponseBody();
	}

	private WebTestClient.ResponseSpec get(String tenant, String cursor) {
		return this.http.get()
			.uri((uri) -> uri.path("/tenants/{tenant}/conversations")
				.queryParam("phone", "{phone}")
				.queryParamIfPresent("cursor", Optional.ofNullable(cursor))
				.build(tenant, PHONE))
			.exchange();
	}

}
