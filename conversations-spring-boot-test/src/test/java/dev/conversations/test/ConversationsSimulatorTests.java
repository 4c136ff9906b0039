package dev.conversations.test;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import dev.conversations.test.ApiClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ConversationsSimulator}.
 */
class ConversationsSimulatorTests {

	private final ConversationsSimulator simulator = ConversationsSimulator.start();

	private final ApiClient client = new ApiClient(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void participantWhenCreatedIsFetchedBySidAndIdentity() {
		String path = participants();
		Response created = this.client.post(path, "Identity", "ada", "Attributes", "{\"level\":1}");
		assertThat(created.status()).isEqualTo(201);
		assertThat(this.client.get(path + '/' + created.text("/sid")).body()).isEqualTo(created.body());
		assertThat(this.client.get(path + "/ada").body()).isEqualTo(created.body());
	}

	@Test
	void participantWhenUpdatedShowsChange() {
		String path = ada();
		Response updated = this.client.post(path, "Attributes", "{\"a\":[1]}", "LastReadMessageIndex", "7");
		assertThat(updated.status()).isEqualTo(200);
		assertThat(updated.text("/attributes")).isEqualTo("{\"a\":[1]}");
		assertThat(this.client.get(path).body().path("last_read_message_index").asInt()).isEqualTo(7);
	}

	@Test
	void participantWhenDeletedIsGone() {
		String path = ada();
		Response deleted = this.client.delete(path);
		assertThat(deleted.status()).isEqualTo(204);
		assertThat(deleted.http().body()).isEmpty();
		Response missing = this.client.get(path);
		assertThat(missing.status()).isEqualTo(404);
		assertThat(missing.code()).isEqualTo(20404);
		assertThat(missing.text("/message"))
			.isEqualTo("The requested resource " + path.substring("/v1".length()) + " was not found");
		assertThat(missing.text("/more_info")).isEqualTo("https://www.twilio.com/docs/errors/20404");
	}

	@Test
	void conversationWhenAddressedByUniqueNameIsFound() {
		this.simulator.conversation().uniqueName("tea & cake/50%").chatParticipant("ada").add();
		Response listed = this.client.get("/v1/Conversations/tea%20%26%20cake%2F50%25/Participants");
		assertThat(listed.text("/participants/0/identity")).isEqualTo("ada");
	}

	@ParameterizedTest
	@ValueSource(strings = { "+", "&", "=", "%", "/", "?", "#", ";", ":", "@", " ", "\"", "{}", "ünï", "日本", "😀",
			"%2B", "a+b c", "\\" })
	void identityWhenEncodedIsFoundExactly(String identity) {
		this.simulator.conversation().uniqueName("talk").chatParticipant(identity).add();
		String encoded = PercentCodec.encode(identity);
		assertThat(this.client.get("/v1/Conversations/talk/Participants/" + encoded).text("/identity"))
			.isEqualTo(identity);
		Response listed = this.client.get("/v1/ParticipantConversations?PageSize=1&Identity=" + encoded);
		assertThat(listed.text("/conversations/0/participant_identity")).isEqualTo(identity);
		assertThat(listed.text("/meta/url")).isEqualTo(
				this.simulator.baseUrl() + "/v1/ParticipantConversations?Identity=" + encoded + "&PageSize=1&Page=0");
	}

	@Test
	void plusWhenInPathIsPlusAndInQueryIsSpace() {
		this.simulator.conversation().uniqueName("talk").chatParticipant("a+b").chatParticipant("a b").add();
		assertThat(this.client.get("/v1/Conversations/talk/Participants/a+b").text("/identity")).isEqualTo("a+b");
		assertThat(this.client.get("/v1/ParticipantConversations?Identity=a+b")
			.text("/conversations/0/participant_identity")).isEqualTo("a b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/ParticipantConversations?Identity=b\u00fcrste",
			"http://host/v1/ParticipantConversations?Identity=b%C3%BCrste" })
	void targetWhenRawOrAbsoluteIsFound(String target) throws Exception {
		this.simulator.conversation().chatParticipant("b\u00fcrste").add();
		String credentials = this.simulator.accountSid() + ':' + this.simulator.authToken();
		String request = "GET %s HTTP/1.1\r\nHost: host\r\nAuthorization: Basic %s\r\nConnection: close\r\n\r\n"
			.formatted(target, Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.simulator.port())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
			assertThat(socket.getInputStream().readAllBytes()).asString(StandardCharsets.UTF_8)
				.contains("\"participant_identity\":\"b\u00fcrste\"",
						"/v1/ParticipantConversations?Identity=b%C3%BCrste&");
		}
	}

	@Test
	void plusWhenInFormIsSpace() {
		Response created = this.client.send(this.client.request(participants())
			.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
			.POST(BodyPublishers.ofString("Identity=a+b%2Bc")));
		assertThat(created.text("/identity")).isEqualTo("a b+c");
	}

	@Test
	void credentialsWhenWrongAnswer401() {
		Response refused = new ApiClient(this.simulator, this.simulator.accountSid(), "wrong").get(participants());
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.code()).isEqualTo(20003);
		assertThat(refused.text("/message")).isEqualTo("Authenticate");
	}

	@Test
	void credentialsWhenOfApiKeyAreAccepted() {
		ApiClient keyed = new ApiClient(this.simulator, this.simulator.apiKey(), this.simulator.apiSecret());
		assertThat(keyed.get(participants()).status()).isEqualTo(200);
	}

	@Test
	void requestsWhenReceivedAreRecordedWithoutCredentials() {
		this.client.send(this.client.request("/v1/Conversations/a%2Bb/Participants?x=%20")
			.header("X-Twilio-Webhook-Enabled", "true")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("Identity=a%2Bb")));
		assertThat(this.simulator.requestCount()).isOne();
		RecordedRequest request = this.simulator.requests().get(0);
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.path()).isEqualTo("/v1/Conversations/a%2Bb/Participants");
		assertThat(request.query()).isEqualTo("x=%20");
		assertThat(request.header("X-Twilio-Webhook-Enabled")).isEqualTo("true");
		assertThat(request.form()).isEqualTo(Map.of("Identity", List.of("a+b")));
		assertThat(request.headers()).doesNotContainKey("authorization");
	}

	@Test
	void resetDropsConversationsAndRequestsAndRepeatsSids() {
		SimulatedConversation first = this.simulator.conversation().chatParticipant("ada").add();
		this.client.get(participants());
		this.simulator.reset();
		assertThat(this.simulator.requestCount()).isZero();
		assertThat(this.client.get("/v1/Conversations/" + first.sid() + "/Participants").status()).isEqualTo(404);
		SimulatedConversation second = this.simulator.conversation().chatParticipant("ada").add();
		assertThat(second).usingRecursiveComparison().comparingOnlyFields("sid", "participantSids").isEqualTo(first);
	}

	@Test
	void seedWhenRefusedAddsNothing() {
		ConversationSeed seed = this.simulator.conversation()
			.chatServiceSid("IS00000000000000000000000000000009")
			.uniqueName("talk")
			.chatParticipant("ada")
			.chatParticipant("ada");
		assertThatIllegalArgumentException().isThrownBy(seed::add)
			.withMessage("participants[1]: Participant already exists");
		assertThat(this.client.get("/v1/ParticipantConversations?Identity=ada").body().path("conversations")).isEmpty();
		String service = "/v1/Services/IS00000000000000000000000000000009";
		assertThat(this.client.get(service + "/ParticipantConversations?Identity=ada").status()).isEqualTo(404);
		this.simulator.addChatService("IS00000000000000000000000000000009");
		assertThat(this.client.get(service + "/Conversations/talk/Participants").status()).isEqualTo(404);
		assertThat(this.client.get(service + "/ParticipantConversations?Identity=ada").body().path("conversations"))
			.isEmpty();
	}

	@Test
	void answerHoldsHeadersOfTwilio() {
		Response listed = this.client.get(participants());
		assertThat(listed.header("Twilio-Request-Id")).matches("RQ[0-9a-f]{32}");
		assertThat(listed.header("Twilio-Concurrent-Requests")).isEqualTo("1");
		assertThat(listed.header("Twilio-Request-Duration")).matches("[0-9]+\\.[0-9]{3}");
		assertThat(listed.header("Content-Type")).isEqualTo("application/json");
	}

	private String ada() {
		SimulatedConversation conversation = this.simulator.conversation().chatParticipant("ada").add();
		return "/v1/Conversations/" + conversation.sid() + "/Participants/" + conversation.participantSids().get(0);
	}

	private String participants() {
		String sid = this.simulator.conversation().add().sid();
		return "/v1/Conversations/" + sid + "/Participants";
	}

}
