package dev.conversations.test;

import dev.conversations.test.ApiClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for refused forms of conversations.
 */
class ConversationErrorTests {

	private final ConversationsSimulator simulator = ConversationsSimulator.start();

	private final ApiClient client = new ApiClient(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@ParameterizedTest
	@CsvSource({ "Attributes, {, 50304", "Attributes, '', 50304", "Attributes, {16385}, 50303",
			"FriendlyName, {257}, 20001", "UniqueName, {257}, 20001", "MessagingServiceSid, MG1, 20001",
			"State, open, 20001", "State, initializing, 20001", "Timers.Inactive, PT59S, 20001",
			"Timers.Inactive, 60, 20001", "Timers.Closed, PT9M59S, 20001", "Timers.Closed, tomorrow, 20001",
			"DateCreated, 2026-01-01, 20001", "DateUpdated, now, 20001" })
	void formWhenBadIsRefusedAndNotCarriedOut(String name, String value, int code) {
		String text = switch (value) {
			case "{257}" -> "x".repeat(257);
			case "{16385}" -> '"' + "x".repeat(16383) + '"';
			default -> value;
		};
		this.simulator.conversation().uniqueName("talk").add();
		Response before = this.client.get("/v1/Conversations/talk");
		assertThat(this.client.post("/v1/Conversations", name, text).code()).isEqualTo(code);
		assertThat(this.client.post("/v1/ConversationWithParticipants", name, text).code()).isEqualTo(code);
		Response refused = this.client.post("/v1/Conversations/talk", name, text);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.code()).isEqualTo(code);
		assertThat(this.client.get("/v1/Conversations/talk").body()).isEqualTo(before.body());
		assertThat(this.simulator.account().conversations()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "Attributes, {16384}", "FriendlyName, {256}", "Timers.Inactive, PT1M", "Timers.Closed, PT10M",
			"Timers.Closed, P1DT2H" })
	void formWhenAtLimitIsTaken(String name, String value) {
		String text = switch (value) {
			case "{256}" -> "😀".repeat(256);
			case "{16384}" -> '"' + "x".repeat(16382) + '"';
			default -> value;
		};
		assertThat(this.client.post("/v1/Conversations", name, text).status()).isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/Conversations/none", "/v1/Services/IS00000000000000000000000000000009/Conversations",
			"/v1/Services/IS00000000000000000000000000000009/ConversationWithParticipants" })
	void resourceWhenUnknownIsRefused(String path) {
		Response refused = this.client.post(path, "FriendlyName", "x");
		assertThat(refused.status()).isEqualTo(404);
		assertThat(refused.text("/message"))
			.isEqualTo("The requested resource " + path.substring("/v1".length()) + " was not found");
	}

}
