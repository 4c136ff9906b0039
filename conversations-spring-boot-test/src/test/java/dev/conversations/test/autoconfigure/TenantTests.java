package dev.conversations.test.autoconfigure;

import java.util.List;

import dev.conversations.autoconfigure.ConversationsConnectionDetails;
import dev.conversations.client.AuthenticationFailedException;
import dev.conversations.client.BasicCredentials;
import dev.conversations.client.NotFoundException;
import dev.conversations.client.Participant;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.TwilioConversations;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.RecordedRequest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for tenants, which talk to the simulator with credentials of their own.
 */
@SpringBootTest(properties = { "twilio.conversations.clients.support.account-sid=AC0123456789abcdef0123456789abcdef",
		"twilio.conversations.clients.support.auth-token=token-of-support" })
@AutoConfigureConversationsSimulator
class TenantTests {

	private static final String RED = "AC000000000000000000000000000000ed";

	private static final String BLUE = "AC000000000000000000000000000000be";

	@Autowired
	private TwilioConversations twilio;

	@Autowired
	@Qualifier("support")
	private TwilioConversations support;

	@Autowired
	private ConversationsConnectionDetails connection;

	@RepeatedTest(2)
	void tenantWhenRegisteredReachesItsOwnData(ConversationsSimulator simulator) {
		ParticipantClient red = tenant(this.twilio, RED, "token-of-red");
		StepVerifier.create(red.fetch("talk", "ada"))
			.expectError(AuthenticationFailedException.class)
			.verify(TestTimeouts.DEFAULT);

		simulator.account(RED, "token-of-red").conversation().uniqueName("talk").chatParticipant("ada").add();

		StepVerifier.create(red.fetch("talk", "ada").map(Participant::accountSid))
			.expectNext(RED)
			.expectComplete()
			.verify(TestTimeouts.DEFAULT);
		StepVerifier.create(this.twilio.participants().fetch("talk", "ada"))
			.expectError(NotFoundException.class)
			.verify(TestTimeouts.DEFAULT);
	}

	@Test
	void tenantsOfAnyClientAreToldApart(ConversationsSimulator simulator) {
		simulator.account(RED, "token-of-red").conversation().uniqueName("talk").chatParticipant("ada").add();
		simulator.account(BLUE, "token-of-blue").conversation().uniqueName("talk").chatParticipant("ada").add();

		Flux<Participant> both = Flux.concat(tenant(this.twilio, RED, "token-of-red").fetch("talk", "ada"),
				tenant(this.support, BLUE, "token-of-blue").fetch("talk", "ada"));

		StepVerifier.create(both.map(Participant::accountSid).collectList())
			.expectNext(List.of(RED, BLUE))
			.expectComplete()
			.verify(TestTimeouts.DEFAULT);
		assertThat(simulator.requests()).extracting(RecordedRequest::accountSid).containsExactly(RED, BLUE);
	}

	@Test
	void connectionDetailsAreOfOwnAccount(ConversationsSimulator simulator) {
		assertThat(this.connection).isInstanceOf(SimulatorConnectionDetails.class)
			.returns(simulator.accountSid(), ConversationsConnectionDetails::getAccountSid)
			.returns(this.connection, (details) -> details.forClient("support"));
	}

	private static ParticipantClient tenant(TwilioConversations twilio, String accountSid, String authToken) {
		return twilio.forAccount(new BasicCredentials(accountSid, authToken, accountSid)).participants();
	}

}
