package dev.conversations.test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.conversations.test.ApiClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the operations on conversations.
 */
class ConversationTests {

	private static final String SERVICE = "IS00000000000000000000000000000001";

	private final MutableClock clock = new MutableClock();

	private final ConversationsSimulator simulator = ConversationsSimulator
		.start(SimulatorSettings.defaults().withClock(this.clock));

	private final ApiClient client = new ApiClient(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1", "/v1/Services/" + SERVICE })
	void conversationIsCreatedFetchedUpdatedListedAndDeleted(String path) {
		this.simulator.addChatService(SERVICE);
		Response created = this.client.post(path + "/Conversations", "FriendlyName", "Tea", "UniqueName", "tea time");
		assertThat(created.status()).isEqualTo(201);
		String conversation = path + "/Conversations/" + created.text("/sid");
		assertThat(this.client.get(created.text("/url")).body()).isEqualTo(created.body());
		assertThat(this.client.get(path + "/Conversations/tea%20time").body()).isEqualTo(created.body());
		Response updated = this.client.post(conversation, "Attributes", "{\"a\":1}");
		assertThat(updated.text("/attributes")).isEqualTo("{\"a\":1}");
		assertThat(updated.text("/friendly_name")).isEqualTo("Tea");
		assertThat(this.client.get(path + "/Conversations").body().path("conversations"))
			.containsExactly(updated.body());
		assertThat(this.client.delete(conversation).status()).isEqualTo(204);
		assertThat(this.client.get(conversation).status()).isEqualTo(404);
		assertThat(this.client.get(path + "/Conversations").body().path("conversations")).isEmpty();
	}

	@Test
	void conversationShowsAllOfItsMembers() {
		Response created = this.client.post("/v1/Conversations",
				Map.of("FriendlyName", "Tea", "UniqueName", "tea", "Attributes", "{\"a\":1}", "MessagingServiceSid",
						"MG0123456789abcdef0123456789abcdef", "State", "inactive", "Bindings.Email.Address",
						"ada@example.com", "Bindings.Email.Name", "Ada", "DateCreated", "2020-01-01T00:00:00+01:00",
						"DateUpdated", "2021-01-01T00:00:00.5Z"));
		String url = this.simulator.baseUrl() + "/v1/Conversations/" + created.text("/sid");
		assertThat(created.body()).isEqualTo(
				json("""
						{"account_sid":"%s","chat_service_sid":"%s","messaging_service_sid":"MG0123456789abcdef0123456789abcdef",
						"sid":"%s","friendly_name":"Tea","unique_name":"tea","attributes":"{\\"a\\":1}","state":"inactive",
						"date_created":"2019-12-31T23:00:00Z","date_updated":"2021-01-01T00:00:00Z","timers":{},
						"bindings":{"email":{"projected_address":"ada@example.com","name":"Ada"}},"url":"%s",
						"links":{"participants":"%s/Participants","messages":"%s/Messages","webhooks":"%s/Webhooks"}}"""
					.formatted(this.simulator.accountSid(), this.simulator.chatServiceSid(), created.text("/sid"), url,
							url, url, url)));
	}

	@Test
	void conversationWhenBareHasDefaults() {
		Response created = this.client.post("/v1/Conversations");
		assertThat(created.text("/state")).isEqualTo("active");
		assertThat(created.text("/attributes")).isEqualTo("{}");
		assertThat(created.text("/date_created")).isEqualTo("2026-01-02T03:04:05Z");
		assertThat(created.body().path("timers")).isEmpty();
		assertThat(created.body().path("unique_name").isNull()).isTrue();
	}

	@Test
	void updateWhenFieldIsLeftOutOrEmptyKeepsIt() {
		String path = this.client.post("/v1/Conversations", "UniqueName", "tea", "FriendlyName", "Tea").text("/url");
		this.clock.advance(Duration.ofSeconds(1));
		Response updated = this.client.post(path, "FriendlyName", "", "UniqueName", "coffee");
		assertThat(updated.text("/friendly_name")).isEqualTo("Tea");
		assertThat(updated.text("/unique_name")).isEqualTo("coffee");
		assertThat(updated.text("/date_created")).isEqualTo("2026-01-02T03:04:05Z");
		assertThat(updated.text("/date_updated")).isEqualTo("2026-01-02T03:04:06Z");
		assertThat(this.client.get("/v1/Conversations/tea").status()).isEqualTo(404);
		assertThat(this.client.get("/v1/Conversations/coffee").status()).isEqualTo(200);
	}

	@Test
	void uniqueNameWhenTakenIsRefusedUntilItIsFree() {
		String first = this.client.post("/v1/Conversations", "UniqueName", "tea").text("/url");
		Response refused = this.client.post("/v1/Conversations", "UniqueName", "tea");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.code()).isEqualTo(50353);
		String second = this.client.post("/v1/Conversations").text("/url");
		assertThat(this.client.post(second, "UniqueName", "tea").code()).isEqualTo(50353);
		assertThat(this.client.post(first, "UniqueName", "tea").status()).isEqualTo(200);
		this.client.delete(first);
		assertThat(this.client.post(second, "UniqueName", "tea").status()).isEqualTo(200);
	}

	@Test
	void uniqueNameBelongsToService() {
		this.simulator.addChatService(SERVICE);
		this.client.post("/v1/Conversations", "UniqueName", "tea");
		Response other = this.client.post("/v1/Services/" + SERVICE + "/Conversations", "UniqueName", "tea");
		assertThat(other.status()).isEqualTo(201);
		assertThat(other.text("/chat_service_sid")).isEqualTo(SERVICE);
		assertThat(this.client.get("/v1/Conversations/" + other.text("/sid")).status()).isEqualTo(404);
	}

	@Test
	void bindingWhenConversationIsClosedOrDeletedIsFree() {
		SimulatedConversation first = this.simulator.conversation()
			.messagingParticipant("+15550001", "+15550002")
			.add();
		String second = this.client.post("/v1/Conversations").text("/url");
		assertThat(claim(second).code()).isEqualTo(50416);
		this.client.post("/v1/Conversations/" + first.sid(), "State", "closed");
		assertThat(claim(second).status()).isEqualTo(201);
		this.client.delete(second);
		assertThat(claim(this.client.post("/v1/Conversations").text("/url")).status()).isEqualTo(201);
	}

	@Test
	void conversationWhenClosedStaysClosed() {
		String path = this.client.post("/v1/Conversations", "State", "closed").text("/url");
		Response refused = this.client.post(path, "State", "active");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.code()).isEqualTo(20001);
		assertThat(this.client.post(path, "State", "closed", "FriendlyName", "Old").status()).isEqualTo(200);
		assertThat(this.client.get(path).text("/state")).isEqualTo("closed");
	}

	@Test
	void changeIsShownInListOfParticipant() {
		SimulatedConversation conversation = this.simulator.conversation().chatParticipant("ada").add();
		this.client.post("/v1/Conversations/" + conversation.sid(), "State", "inactive", "FriendlyName", "Tea");
		JsonNode shown = this.client.get("/v1/ParticipantConversations?Identity=ada").body().at("/conversations/0");
		assertThat(shown.path("conversation_state").asString()).isEqualTo("inactive");
		assertThat(shown.path("conversation_friendly_name").asString()).isEqualTo("Tea");
		assertThat(conversation.state()).isEqualTo("inactive");
	}

	@ParameterizedTest
	@CsvSource({ "'', abcd", "State=active, a", "State=closed, bd", "State=inactive, c", "StartDate=2026-01-03, bcd",
			"EndDate=2026-01-03, ab", "StartDate=2026-01-03&EndDate=2026-01-03, b",
			"StartDate=2026-01-03T23:59:59Z, bcd", "EndDate=2026-01-03T23:59:58Z, a",
			"StartDate=2026-01-03T00:00:00%2B01:00&State=closed, bd", "StartDate=2027-01-01, ''" })
	void listWhenFilteredHoldsWhatMatches(String filter, String names) {
		add("a", "active", "2026-01-02T00:00:00Z");
		add("b", "closed", "2026-01-03T23:59:59Z");
		add("c", "inactive", "2026-01-04T00:00:00Z");
		add("d", "closed", "2026-01-05T12:00:00Z");
		List<String> read = this.client.follow("/v1/Conversations?PageSize=1&" + filter, "conversations",
				"unique_name");
		assertThat(read.stream().sorted().collect(Collectors.joining())).isEqualTo(names);
	}

	@Test
	void linksOfListHoldFilterFirst() {
		IntStream.range(0, 3).forEach((i) -> this.client.post("/v1/Conversations"));
		Response page = this.client
			.get("/v1/Conversations?PageSize=2&State=active&EndDate=2030-01-01T00%3A00%3A00Z&StartDate=2020-01-01");
		assertThat(page.text("/meta/first_page_url")).isEqualTo(this.simulator.baseUrl()
				+ "/v1/Conversations?StartDate=2020-01-01&EndDate=2030-01-01T00%3A00%3A00Z&State=active&PageSize=2&Page=0");
		Response next = this.client.get(page.text("/meta/next_page_url"));
		assertThat(next.body().path("conversations")).hasSize(1);
		assertThat(next.body().at("/meta/next_page_url").isNull()).isTrue();
		assertThat(this.client.get(next.text("/meta/previous_page_url")).body().path("conversations"))
			.isEqualTo(page.body().path("conversations"));
	}

	@Test
	void pageSizeWhenOverMaximumIsClamped() {
		IntStream.range(0, 101).forEach((i) -> this.simulator.conversation().add());
		Response page = this.client.get("/v1/Conversations?PageSize=1000");
		assertThat(page.body().path("conversations")).hasSize(100);
		assertThat(page.text("/meta/page_size")).isEqualTo("100");
	}

	@ParameterizedTest
	@CsvSource({ "State=open", "StartDate=yesterday", "EndDate=2026-02-30", "PageSize=0" })
	void listWhenFilterIsUnreadableIsRefused(String query) {
		assertThat(this.client.get("/v1/Conversations?" + query).code()).isEqualTo(20001);
	}

	@Test
	void webhookEnabledWhenSentIsRecordedAndChecked() {
		this.client.send(this.client.form("/v1/Conversations", "").header("X-Twilio-Webhook-Enabled", "true"));
		assertThat(this.simulator.requests().get(0).header("x-twilio-webhook-enabled")).isEqualTo("true");
		Response refused = this.client
			.send(this.client.form("/v1/Conversations", "").header("X-Twilio-Webhook-Enabled", "yes"));
		assertThat(refused.code()).isEqualTo(20001);
	}

	@Test
	void writesWhenOverLimitAreRefused() {
		this.simulator.account().limits(SimulatorLimits.none().withWritesPerSecond(1));
		String path = this.client.post("/v1/Conversations").text("/url");
		assertThat(this.client.post("/v1/Conversations").status()).isEqualTo(429);
		assertThat(this.client.post(path, "State", "closed").status()).isEqualTo(200);
		assertThat(this.client.delete(path).status()).isEqualTo(429);
		assertThat(this.client.get(path).status()).isEqualTo(200);
	}

	@Test
	void conversationsOfAccountAreGiven() {
		String sid = this.client.post("/v1/Conversations").text("/sid");
		SimulatedConversation added = this.simulator.conversation().chatParticipant("ada").add();
		List<SimulatedConversation> all = this.simulator.account().conversations();
		assertThat(all).extracting(SimulatedConversation::sid).containsExactlyInAnyOrder(sid, added.sid()).isSorted();
		assertThat(all).flatExtracting(SimulatedConversation::participantSids).isEqualTo(added.participantSids());
		assertThat(all).extracting(SimulatedConversation::state).containsOnly("active");
	}

	private void add(String name, String state, String date) {
		this.client.post("/v1/Conversations", "UniqueName", name, "State", state, "DateCreated", date);
	}

	private Response claim(String conversation) {
		return this.client.post(conversation.substring(this.simulator.baseUrl().length()) + "/Participants",
				"MessagingBinding.Address", "+15550001", "MessagingBinding.ProxyAddress", "+15550002");
	}

	private static JsonNode json(String text) {
		return ApiClient.MAPPER.readTree(text);
	}

}
