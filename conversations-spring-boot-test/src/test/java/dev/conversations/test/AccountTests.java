package dev.conversations.test;

import java.util.concurrent.CompletableFuture;

import dev.conversations.test.ApiClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SimulatedAccount}: several tenants of one simulator.
 */
class AccountTests {

	private static final String BLUE = "AC00000000000000000000000000000b1e";

	private static final String RED = "AC0000000000000000000000000000ed00";

	private static final String TALK = "/v1/Conversations/talk/Participants";

	private ConversationsSimulator simulator = ConversationsSimulator.start();

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void accountsHoldDataOfTheirOwn() {
		ApiClient blue = client(this.simulator.account(BLUE, "blue"));
		ApiClient red = client(this.simulator.account(RED, "red"));
		this.simulator.account(BLUE).conversation().uniqueName("talk").chatParticipant("ada").add();
		assertThat(blue.get(TALK).text("/participants/0/account_sid")).isEqualTo(BLUE);
		assertThat(red.get(TALK).status()).isEqualTo(404);
		assertThat(new ApiClient(this.simulator).get(TALK).status()).isEqualTo(404);
		this.simulator.account(RED).conversation().uniqueName("talk").chatParticipant("bob").add();
		assertThat(red.get(TALK).values("participants", "identity")).containsExactly("bob");
		assertThat(blue.get(TALK).values("participants", "identity")).containsExactly("ada");
	}

	@Test
	void sidsDifferFromAccountToAccountAndRepeatFromRunToRun() {
		String blue = this.simulator.account(BLUE).conversation().add().sid();
		assertThat(this.simulator.account(RED).conversation().add().sid()).isNotEqualTo(blue);
		assertThat(this.simulator.account(RED).chatServiceSid())
			.isNotEqualTo(this.simulator.account(BLUE).chatServiceSid());
		this.simulator.reset();
		assertThat(this.simulator.account(BLUE).conversation().add().sid()).isEqualTo(blue);
	}

	@Test
	void requestIsRoutedByEachOfTheCredentials() {
		SimulatedAccount blue = this.simulator.account(BLUE)
			.acceptApiKey("SK0000000000000000000000000000b1e0", "secret")
			.acceptAccessToken("open-sesame");
		blue.conversation().uniqueName("talk").add();
		assertThat(client(blue).get(TALK).status()).isEqualTo(200);
		assertThat(client(blue.apiKey(), blue.apiSecret()).get(TALK).status()).isEqualTo(200);
		assertThat(client("SK0000000000000000000000000000b1e0", "secret").get(TALK).status()).isEqualTo(200);
		assertThat(bearer(blue.accessToken()).status()).isEqualTo(200);
		assertThat(bearer("open-sesame").status()).isEqualTo(200);
		assertThat(bearer(this.simulator.account().accessToken()).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { RED, BLUE, "SK00000000000000000000000000000b1e" })
	void requestWhenCredentialsAreUnknownAnswers401(String username) {
		this.simulator.account(BLUE, "blue").conversation().uniqueName("talk").add();
		Response refused = client(username, "red").get(TALK);
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.code()).isEqualTo(20003);
		assertThat(this.simulator.requests()).singleElement().returns(null, RecordedRequest::accountSid);
		assertThat(this.simulator.account(BLUE).requestCount()).isZero();
	}

	@Test
	void authTokenWhenChangedIsTheOnlyOne() {
		SimulatedAccount blue = this.simulator.account(BLUE, "first");
		blue.conversation().uniqueName("talk").add();
		blue.changeAuthToken("second");
		assertThat(blue.authToken()).isEqualTo("second");
		assertThat(client(BLUE, "first").get(TALK).status()).isEqualTo(401);
		assertThat(client(BLUE, "second").get(TALK).status()).isEqualTo(200);
	}

	@Test
	void accountWhenAskedForAgainIsTheSame() {
		this.simulator.account(BLUE, "blue").conversation().uniqueName("talk").add();
		assertThat(this.simulator.account(BLUE).authToken()).isEqualTo("blue");
		assertThat(this.simulator.account(this.simulator.accountSid()).authToken())
			.isEqualTo(this.simulator.authToken());
		assertThat(client(BLUE, "blue").get(TALK).status()).isEqualTo(200);
	}

	@Test
	void limitsBelongToAccount() {
		SimulatedAccount blue = this.simulator.account(BLUE).limits(SimulatorLimits.none().withWritesPerSecond(0));
		SimulatedAccount red = this.simulator.account(RED);
		blue.conversation().uniqueName("talk").add();
		red.conversation().uniqueName("talk").add();
		assertThat(client(blue).post(TALK, "Identity", "ada").status()).isEqualTo(429);
		assertThat(client(red).post(TALK, "Identity", "ada").status()).isEqualTo(201);
	}

	@Test
	void requestsAtOnceAreCountedByAccount() {
		SimulatedAccount blue = this.simulator.account(BLUE).limits(SimulatorLimits.none().withConcurrentRequests(1));
		blue.next().hang();
		CompletableFuture<?> hanging = client(blue).sendAsync(client(blue).request(TALK));
		Awaiting.until(() -> blue.requestCount() == 1);
		assertThat(client(blue).get(TALK).status()).isEqualTo(429);
		assertThat(client(this.simulator.account(RED)).get(TALK).header("Twilio-Concurrent-Requests")).isEqualTo("1");
		hanging.cancel(true);
	}

	@Test
	void faultsAndRequestsOfAccountLeaveOthersAlone() {
		SimulatedAccount blue = this.simulator.account(BLUE);
		SimulatedAccount red = this.simulator.account(RED);
		blue.when((request) -> request.method().equals("GET")).error(503, 20503, "Not now");
		assertThat(client(red).get(TALK).status()).isEqualTo(404);
		assertThat(client(blue).get(TALK).status()).isEqualTo(503);
		assertThat(client(blue).delete(TALK).status()).isEqualTo(405);
		assertThat(red.requestCount()).isOne();
		assertThat(blue.requests()).extracting(RecordedRequest::method).containsExactly("GET", "DELETE");
		assertThat(this.simulator.requests()).extracting(RecordedRequest::accountSid).containsExactly(RED, BLUE, BLUE);
	}

	@Test
	void accountWhenSuspendedIsRefusedAlone() {
		SimulatedAccount blue = this.simulator.account(BLUE);
		blue.suspend();
		assertThat(client(blue).get(TALK).status()).isEqualTo(403);
		assertThat(client(this.simulator.account(RED)).get(TALK).status()).isEqualTo(404);
	}

	@Test
	void resetForgetsAccountsButOwn() {
		SimulatedAccount blue = this.simulator.account(BLUE, "blue");
		this.simulator.account().changeAuthToken("changed").limits(SimulatorLimits.none().withConcurrentRequests(0));
		blue.conversation().uniqueName("talk").add();
		this.simulator.reset();
		assertThat(client(BLUE, "blue").get(TALK).status()).isEqualTo(401);
		assertThat(new ApiClient(this.simulator).get(TALK).status()).isEqualTo(404);
		assertThat(client(this.simulator.account(BLUE, "blue")).get(TALK).status()).isEqualTo(404);
		assertThat(blue.requestCount()).isOne();
	}

	@Test
	void ownAccountWhenChosenBySettingsIsUsed() {
		this.simulator.close();
		SimulatorCredentials credentials = SimulatorCredentials.of(BLUE, "blue")
			.withApiKey("SK0000000000000000000000000000b1e0", "secret");
		this.simulator = ConversationsSimulator.start(SimulatorSettings.defaults().withCredentials(credentials));
		assertThat(this.simulator.accountSid()).isEqualTo(BLUE);
		assertThat(client(BLUE, "blue").get(TALK).status()).isEqualTo(404);
		assertThat(client("SK0000000000000000000000000000b1e0", "secret").get(TALK).status()).isEqualTo(404);
		assertThat(credentials).hasToString(BLUE);
		assertThat(SimulatorSettings.defaults().withAccountSid(RED).credentials().accountSid()).isEqualTo(RED);
	}

	@Test
	void credentialsWhenBadAreRefusedWithoutShowingThem() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.account("AC123"))
			.withMessage("accountSid: must be AC and 32 hexadecimal digits");
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.account(BLUE, ""))
			.withMessage("'authToken' must not be empty");
		this.simulator.account(RED).acceptAccessToken("shared");
		assertThatIllegalArgumentException().isThrownBy(() -> this.simulator.account(BLUE).acceptAccessToken("shared"))
			.withMessage("The credentials are those of another account");
	}

	private Response bearer(String token) {
		ApiClient any = new ApiClient(this.simulator);
		return any.send(any.request(TALK).setHeader("Authorization", "Bearer " + token));
	}

	private ApiClient client(SimulatedAccount account) {
		return client(account.sid(), account.authToken());
	}

	private ApiClient client(String username, String password) {
		return new ApiClient(this.simulator, username, password);
	}

}
