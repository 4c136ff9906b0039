package dev.conversations.test.autoconfigure;

import dev.conversations.autoconfigure.ConversationsConnectionDetails;
import dev.conversations.test.ConversationsSimulator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for tenants, which talk to the simulator with credentials of their own.
 */
@ConversationsTest
class TenantTests {

	private static final String TENANT = "AC000000000000000000000000000000aa";

	private static final String PATH = "/v1/Conversations/talk/Participants/ada";

	@Autowired
	private ConversationsConnectionDetails connection;

	@RepeatedTest(2)
	void tenantWhenRegisteredReachesItsOwnData(ConversationsSimulator simulator) {
		assertThat(status(TENANT, "tenant-token")).isEqualTo(HttpStatus.UNAUTHORIZED);
		simulator.account(TENANT, "tenant-token").conversation().uniqueName("talk").chatParticipant("ada").add();
		assertThat(status(TENANT, "tenant-token")).isEqualTo(HttpStatus.OK);
		assertThat(status(simulator.accountSid(), simulator.authToken())).isEqualTo(HttpStatus.NOT_FOUND);
	}

	@Test
	void connectionDetailsAreOfOwnAccount(ConversationsSimulator simulator) {
		assertThat(this.connection).isInstanceOf(SimulatorConnectionDetails.class)
			.returns(simulator.accountSid(), ConversationsConnectionDetails::getAccountSid)
			.returns(this.connection, (details) -> details.forClient("support"));
	}

	private HttpStatusCode status(String accountSid, String authToken) {
		return WebClient.create(this.connection.getBaseUrl().toString())
			.get()
			.uri(PATH)
			.headers((headers) -> headers.setBasicAuth(accountSid, authToken))
			.exchangeToMono((response) -> response.releaseBody().thenReturn(response.statusCode()))
			.blockOptional(TestTimeouts.DEFAULT)
			.orElseThrow();
	}

}
