package dev.conversations.docs.tenants;

import java.time.Duration;
import java.util.NoSuchElementException;

import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.SimulatedAccount;
import dev.conversations.test.autoconfigure.AutoConfigureConversationsSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@AutoConfigureConversationsSimulator
class TenantConversationsTests {

	private static final ParticipantIdentifier ADA = ParticipantIdentifier.identity("ada");

	@Autowired
	private TenantConversations conversations;

	@Autowired
	private JdbcClient database;

	@BeforeEach
	void addTenants(ConversationsSimulator simulator) {
		addTenant(simulator, "blue", "0000000000000000000000000000b1e0");
		addTenant(simulator, "red", "0000000000000000000000000000ed00");
	}

	private void addTenant(ConversationsSimulator simulator, String name, String digits) {
		SimulatedAccount account = simulator.account("AC" + digits, "auth-token").acceptApiKey("SK" + digits, "secret");
		account.conversation().friendlyName(name).chatParticipant("ada").add();
		this.database.sql("merge into tenant values (?, ?, ?, 'secret')")
			.params(name, "AC" + digits, "SK" + digits)
			.update();
	}

	@Test
	void eachTenantHasConversationsOfItsOwn() {
		StepVerifier.create(this.conversations.list("red", ADA).map(ParticipantConversation::conversationFriendlyName))
			.expectNext("red")
			.expectComplete()
			.verify(Duration.ofSeconds(10));
	}

	@Test
	void unknownTenantIsRefused() {
		StepVerifier.create(this.conversations.list("green", ADA))
			.expectError(NoSuchElementException.class)
			.verify(Duration.ofSeconds(10));
	}

}
