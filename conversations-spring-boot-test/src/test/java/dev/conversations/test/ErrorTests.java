package dev.conversations.test;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import dev.conversations.test.ApiClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the errors of {@link ConversationsSimulator}.
 */
class ErrorTests {

	private final ConversationsSimulator simulator = ConversationsSimulator.start();

	private final ApiClient client = new ApiClient(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@ParameterizedTest(name = "{0}")
	@CsvFileSource(resources = "errors.csv", numLinesToSkip = 1)
	void writeWhenRefusedChangesNothing(ArgumentsAccessor line) {
		ErrorCase error = ErrorCase.of(line);
		String path = "/v1/Services/%s/Conversations/%s/Participants".formatted(ErrorCase.SERVICE,
				ErrorCase.CONVERSATION);
		String participant = '/' + error.addParticipant(this.simulator);
		Response before = this.client.get(path);
		Response refused = this.client.post(error.isCreate() ? path : path + participant, error.form());
		assertThat(refused.status()).isEqualTo(error.status());
		assertThat(refused.code()).isEqualTo(error.code());
		assertThat(refused.body().path("status").asInt()).isEqualTo(error.status());
		assertThat(refused.text("/more_info")).isEqualTo("https://www.twilio.com/docs/errors/" + error.code());
		assertThat(this.client.get(path).body()).isEqualTo(before.body());
	}

	@Test
	void bindingWhenInUseNamesConversation() {
		String holder = this.simulator.conversation().messagingParticipant("+15550001", "+15550002").add().sid();
		Response refused = this.client.post(participants(), "MessagingBinding.Address", "+15550001",
				"MessagingBinding.ProxyAddress", "+15550002");
		assertThat(refused.text("/message"))
			.isEqualTo("A binding for this participant and proxy address already exists in Conversation " + holder);
	}

	@ParameterizedTest
	@CsvSource({ "Identity=ada&Address=%2B15550001, 50451", "'', 20001", "Identity=, 20001" })
	void conversationsWhenFilterIsNotOneAreRefused(String query, int code) {
		Response refused = this.client.get("/v1/ParticipantConversations?" + query);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.code()).isEqualTo(code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/v1", "/v1/", "/v2/ParticipantConversations", "/v1/Conversations/",
			"/v1/Conversations/none", "/v1/Services/IS00000000000000000000000000000009/Conversations",
			"/v1/Conversations//Participants", "/v1/Conversations/talk/Participants/",
			"/v1/Conversations/talk/Messages", "/v1/Conversations/none/Participants",
			"/v1/Conversations/talk/Participants/none", "/v1/Conversations/talk/Participants/ada/x",
			"/v1/ParticipantConversations/x", "/v1/Services",
			"/v1/Services/IS00000000000000000000000000000009/ParticipantConversations?Identity=ada",
			"/v1/Services/IS00000000000000000000000000000009/Conversations/talk/Participants" })
	void resourceWhenUnknownIsNamedWithoutVersion(String path) {
		this.simulator.conversation().uniqueName("talk").chatParticipant("ada").add();
		Response refused = this.client.get(path);
		assertThat(refused.status()).isEqualTo(404);
		assertThat(refused.code()).isEqualTo(20404);
		String named = path.replaceFirst("^/v1/", "/").replaceFirst("\\?.*", "");
		assertThat(refused.text("/message")).isEqualTo("The requested resource " + named + " was not found");
	}

	@ParameterizedTest
	@CsvSource({ "PUT, /v1/Conversations/talk/Participants", "DELETE, /v1/Conversations/talk/Participants",
			"PATCH, /v1/Conversations/talk/Participants/ada", "POST, /v1/ParticipantConversations",
			"DELETE, /v1/Services/IS1/ParticipantConversations", "DELETE, /v1/Conversations",
			"PUT, /v1/Conversations/talk", "GET, /v1/ConversationWithParticipants" })
	void methodWhenNotAllowedAnswers405(String method, String path) {
		Response refused = this.client.send(this.client.request(path).method(method, BodyPublishers.noBody()));
		assertThat(refused.status()).isEqualTo(405);
		assertThat(refused.code()).isEqualTo(20004);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Basic", "Basic !", "Bearer abc", "Basic QUM6" })
	void authorizationWhenUnusableAnswers401(String authorization) {
		Response refused = this.client
			.send(this.client.request("/v1/nowhere").setHeader("Authorization", authorization));
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.code()).isEqualTo(20003);
	}

	@Test
	void clientWhenItWaitsToBeAskedForCredentialsIsAsked() throws Exception {
		HttpClient waiting = HttpClient.newBuilder().authenticator(new Authenticator() {

			@Override
			protected PasswordAuthentication getPasswordAuthentication() {
				return new PasswordAuthentication(ErrorTests.this.simulator.accountSid(),
						ErrorTests.this.simulator.authToken().toCharArray());
			}

		}).build();
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.simulator.baseUrl() + participants())).build();
		assertThat(waiting.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
	}

	@Test
	void accountWhenSuspendedAnswers403UntilReset() {
		this.simulator.suspendAccount();
		Response refused = this.client.get("/v1/ParticipantConversations?Identity=ada");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.code()).isEqualTo(20403);
		this.simulator.reset();
		assertThat(this.client.get("/v1/ParticipantConversations?Identity=ada").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "%4", "%zz", "%FF" })
	void encodingWhenMalformedAnswers400(String value) {
		Response refused = this.client.send(this.client.request(participants())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("Identity=" + value)));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.code()).isEqualTo(20001);
	}

	@Test
	void formWhenOfAnotherMediaTypeIsNotRead() {
		Response refused = this.client.send(this.client.request(participants())
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("Identity=ada")));
		assertThat(refused.code()).isEqualTo(50204);
	}

	private String participants() {
		return "/v1/Conversations/" + this.simulator.conversation().add().sid() + "/Participants";
	}

}
