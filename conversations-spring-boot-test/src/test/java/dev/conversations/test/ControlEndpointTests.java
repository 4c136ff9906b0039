package dev.conversations.test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.conversations.test.ApiClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ControlEndpoint} and for the log of requests beside it.
 */
class ControlEndpointTests {

	private static final String ADA = "/v1/ParticipantConversations?Identity=ada";

	private static final String TENANT = "AC000000000000000000000000000000aa";

	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	private final ConversationsSimulator simulator = start();

	private final ApiClient client = new ApiClient(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void faultIsAddedAndRemoved() {
		control("POST", "/faults", "{\"status\":429,\"retry_after\":3,\"path\":\"/v1/ParticipantConversations\"}");
		Response refused = this.client.get(ADA);
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.code()).isEqualTo(20429);
		assertThat(refused.header("Retry-After")).isEqualTo("3");
		assertThat(this.client.get("/v1/Conversations").status()).isEqualTo(200);
		control("DELETE", "/faults", "");
		assertThat(this.client.get(ADA).status()).isEqualTo(200);
	}

	@Test
	void faultIsNarrowedByTimesMethodAndAccount() {
		control("POST", "/accounts", "{\"account_sid\":\"%s\",\"auth_token\":\"secret\"}".formatted(TENANT));
		control("POST", "/faults", "{\"status\":503,\"code\":20503,\"message\":\"Not now\",\"times\":\"1\","
				+ "\"method\":\"GET\",\"account\":\"%s\"}".formatted(TENANT));
		ApiClient tenant = new ApiClient(this.simulator, TENANT, "secret");
		assertThat(this.client.get(ADA).status()).isEqualTo(200);
		assertThat(tenant.post("/v1/Conversations").status()).isEqualTo(201);
		assertThat(tenant.get(ADA).text("/message")).isEqualTo("Not now");
		assertThat(tenant.get(ADA).status()).isEqualTo(200);
	}

	@Test
	void delayHoldsAnswersBackUntilReset() {
		control("PUT", "/delay", "{\"delay\":\"PT0.1S\"}");
		assertThat(this.client.get(ADA).header("Twilio-Request-Duration")).isGreaterThanOrEqualTo("0.100");
		control("DELETE", "", "");
		assertThat(this.client.get(ADA).header("Twilio-Request-Duration")).isLessThan("0.100");
	}

	@Test
	void conversationsAreAddedToAccount() {
		Response account = control("POST", "/accounts", "{\"account_sid\":\"%s\"}".formatted(TENANT));
		assertThat(account.status()).isEqualTo(201);
		control("POST", "/conversations",
				"{\"account_sid\":\"%s\",\"conversations\":[{\"participants\":".formatted(TENANT)
						+ "[{\"identity\":\"ada\"}]}]}");
		ApiClient tenant = new ApiClient(this.simulator, TENANT, account.text("/auth_token"));
		assertThat(tenant.get(ADA).body().path("conversations")).hasSize(1);
		assertThat(this.client.get(ADA).body().path("conversations")).isEmpty();
	}

	@Test
	void requestsAreToldAndLoggedWithoutPersonalData() {
		this.client.get(ADA);
		this.client.get("/v1/Conversations/ada/Participants/%2B15550001");
		this.client.post("/v1/Conversations", "FriendlyName", "ada");
		Response told = control("GET", "/requests", "");
		assertThat(told.body().path("count").asInt()).isEqualTo(3);
		assertThat(told.values("requests", "path")).containsExactly("/v1/ParticipantConversations",
				"/v1/Conversations/{ConversationSid}/Participants/{Sid}", "/v1/Conversations");
		String log = this.errors.toString(StandardCharsets.UTF_8);
		assertThat(log.lines()).hasSize(3)
			.first()
			.asString()
			.matches("[^ ]+Z %s GET /v1/ParticipantConversations 200 [0-9]+ ms".formatted(this.simulator.accountSid()));
		assertThat(log + told.http().body()).doesNotContain("ada", "15550001", this.simulator.authToken());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			POST | /faults | {"status":200} | status: must be a number from 400 to 599
			POST | /faults | {"state":"x"} | state: is not one of account, after_processing, code, delay, kind, \
			message, method, path, retry_after, status, times
			POST | /faults | {"status":[]} | status: must be text or a number
			POST | /faults | { | line 1, column 2: is not valid JSON
			PUT | /delay | {"delay":"PT2H"} | delay: must be a duration such as PT0.5S, of at most an hour
			POST | /accounts | {"account_sid":"AC1"} | accountSid: must be AC and 32 hexadecimal digits
			POST | /conversations | {} | conversations: must be an array
			GET | /nothing | '' | There is no such method at this path
			""")
	void requestWhenBadNamesMistake(String method, String path, String body, String message) {
		Response refused = control(method, path, body);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.text("/message")).isEqualTo(message);
	}

	@Test
	void formOfAnotherSiteIsRefused() {
		HttpRequest.Builder form = this.client.request("/simulator/faults")
			.header("Content-Type", "text/plain")
			.POST(BodyPublishers.ofString("{\"kind\":\"hang\"}"));
		assertThat(this.client.exchange(form).text("/message")).isEqualTo("Content-Type: must be application/json");
		assertThat(this.client.get(ADA).status()).isEqualTo(200);
	}

	@Test
	void simulatorInTestsIsNotControlledByRequests() {
		try (ConversationsSimulator embedded = ConversationsSimulator.start()) {
			ApiClient plain = new ApiClient(embedded);
			assertThat(plain.send(plain.request("/simulator").DELETE()).status()).isEqualTo(404);
		}
	}

	private ConversationsSimulator start() {
		PrintStream log = new PrintStream(this.errors, true, StandardCharsets.UTF_8);
		return new SimulatorCommand(log, true).run(CommandLine.parse(List.of()));
	}

	private Response control(String method, String path, String body) {
		return this.client.exchange(this.client.request("/simulator" + path)
			.header("Content-Type", "application/json")
			.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
	}

}
