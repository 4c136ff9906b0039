package dev.conversations.test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import dev.conversations.test.ApiClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for the kinds of participants and what is unique about them.
 */
class ParticipantTests {

	private static final String ADDRESS = "MessagingBinding.Address";

	private static final String PROXY = "MessagingBinding.ProxyAddress";

	private static final String PROJECTED = "MessagingBinding.ProjectedAddress";

	private static final Map<String, String> PAIR = Map.of(ADDRESS, "+15550001", PROXY, "+15550002");

	private final ConversationsSimulator simulator = ConversationsSimulator.start(SimulatorSettings.defaults()
		.withClock(Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.UTC)));

	private final ApiClient client = new ApiClient(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void chatParticipantHasNoBinding() {
		Response created = this.client.post(participants(), "Identity", "ada");
		assertThat(created.body().path("messaging_binding").isNull()).isTrue();
		assertThat(created.text("/attributes")).isEqualTo("{}");
		assertThat(created.text("/date_created")).isEqualTo("2026-01-02T03:04:05Z");
	}

	@ParameterizedTest
	@CsvSource({ "+15550001, +15550002, sms", "whatsapp:+15550001, whatsapp:+15550002, whatsapp",
			"rcs:+15550001, rcs:agent, rcs" })
	void messagingParticipantShowsTypeOfAddress(String address, String proxy, String type) {
		Response created = this.client.post(participants(), ADDRESS, address, PROXY, proxy);
		assertThat(created.body().path("identity").isNull()).isTrue();
		assertThat(created.body().path("messaging_binding"))
			.isEqualTo(json("{'type':'%s','address':'%s','proxy_address':'%s'}".formatted(type, address, proxy)));
	}

	@Test
	void groupParticipantsShowOnlyWhatIsSet() {
		String path = participants();
		assertThat(this.client.post(path, ADDRESS, "+15550001").body().path("messaging_binding"))
			.isEqualTo(json("{'type':'sms','address':'+15550001'}"));
		assertThat(this.client.post(path, "Identity", "ada", PROJECTED, "+15550003").body().path("messaging_binding"))
			.isEqualTo(json("{'type':'sms','projected_address':'+15550003'}"));
		assertThat(this.client.post(path, PROJECTED, "+15550004").body().path("identity").isNull()).isTrue();
	}

	@Test
	void projectedParticipantWhenGivenIdentityIsFoundByIt() {
		String path = participants();
		String participant = path + '/' + this.client.post(path, PROJECTED, "+15550004").text("/sid");
		assertThat(this.client.post(participant, "Identity", "ada").text("/identity")).isEqualTo("ada");
		assertThat(conversations("Identity=ada")).hasSize(1);
	}

	@Test
	void datesWhenGivenAreKeptInWholeSeconds() {
		Response created = this.client.post(participants(), "Identity", "ada", "DateCreated",
				"2020-01-01T01:00:00.9+01:00", "DateUpdated", "2021-01-01T00:00:00Z");
		assertThat(created.text("/date_created")).isEqualTo("2020-01-01T00:00:00Z");
		assertThat(created.text("/date_updated")).isEqualTo("2021-01-01T00:00:00Z");
	}

	@Test
	void readHorizonWhenUpdatedIsShown() {
		String path = participants();
		String participant = path + '/' + this.client.post(path, "Identity", "ada").text("/sid");
		Response updated = this.client.post(participant, "LastReadMessageIndex", "12", "LastReadTimestamp",
				"2026-01-01T00:00:00Z");
		assertThat(updated.body().path("last_read_message_index").asInt()).isEqualTo(12);
		assertThat(updated.text("/last_read_timestamp")).isEqualTo("2026-01-01T00:00:00Z");
	}

	@ParameterizedTest
	@CsvSource({ "0, 200", "2147483647, 200", "2147483648, 400", "99999999999, 400", "-1, 400", "1.5, 400" })
	void lastReadMessageIndexIsAnIntegerOf32Bits(String index, int status) {
		String path = participants();
		String participant = path + '/' + this.client.post(path, "Identity", "ada").text("/sid");
		assertThat(this.client.post(participant, "LastReadMessageIndex", index).status()).isEqualTo(status);
	}

	@Test
	void proxyWhenRemovedFreesPair() {
		String path = participants();
		String participant = path + '/' + this.client.post(path, PAIR).text("/sid");
		assertThat(this.client.post(participant, PROXY, "null").body().path("messaging_binding"))
			.isEqualTo(json("{'type':'sms','address':'+15550001'}"));
		assertThat(this.client.post(participants(), PAIR).status()).isEqualTo(201);
		assertThat(this.client.post(participant, PROXY, "+15550002").code()).isEqualTo(50416);
	}

	@Test
	void projectedAddressWhenRemovedLeavesChatParticipant() {
		String path = participants();
		String participant = path + '/'
				+ this.client.post(path, "Identity", "ada", PROJECTED, "+15550003").text("/sid");
		assertThat(this.client.post(participant, PROJECTED, "null").body().path("messaging_binding").isNull()).isTrue();
	}

	@Test
	void pairWhenConversationIsClosedOrDeletedIsFree() {
		SimulatedConversation first = this.simulator.conversation()
			.messagingParticipant("+15550001", "+15550002")
			.add();
		first.close();
		SimulatedConversation second = this.simulator.conversation()
			.messagingParticipant("+15550001", "+15550002")
			.add();
		assertThatIllegalStateException().isThrownBy(() -> first.changeState("active"))
			.withMessageEndingWith(second.sid());
		assertThat(this.client.post(participants(), PAIR).code()).isEqualTo(50416);
		second.delete();
		assertThat(this.client.post(participants(), PAIR).status()).isEqualTo(201);
		assertThat(conversations("Address=%2B15550001")).hasSize(2);
	}

	@Test
	void pairWhenParticipantIsDeletedIsFree() {
		String path = participants();
		this.client.delete(path + '/' + this.client.post(path, PAIR).text("/sid"));
		assertThat(this.client.post(participants(), PAIR).status()).isEqualTo(201);
	}

	@Test
	void conversationWhenChangedShowsStateAndTimers() {
		SimulatedConversation conversation = this.simulator.conversation().chatParticipant("ada").add();
		assertThat(conversations("Identity=ada").at("/0/conversation_timers")).isEmpty();
		conversation.changeState("inactive").changeTimers(null, Instant.parse("2027-01-01T00:00:00.5Z"));
		JsonNode shown = conversations("Identity=ada").get(0);
		assertThat(shown.path("conversation_state").asString()).isEqualTo("inactive");
		assertThat(shown.path("conversation_timers")).isEqualTo(json("{'date_closed':'2027-01-01T00:00:00Z'}"));
	}

	@Test
	void servicesWhenAddressedHideEachOther() {
		String service = "IS00000000000000000000000000000001";
		this.simulator.conversation().chatServiceSid(service).uniqueName("talk").chatParticipant("ada").add();
		this.simulator.conversation().uniqueName("talk").chatParticipant("ada").chatParticipant("bob").add();
		Response plain = this.client.get("/v1/Conversations/talk/Participants");
		assertThat(plain.body().path("participants")).hasSize(2);
		String path = "/v1/Services/" + service;
		assertThat(this.client.get(path + "/Conversations/talk/Participants").body().path("participants")).hasSize(1);
		assertThat(this.client.get(path + "/ParticipantConversations?Identity=bob").body().path("conversations"))
			.isEmpty();
		String defaults = "/v1/Services/" + this.simulator.chatServiceSid();
		assertThat(this.client.get(defaults + "/Conversations/talk/Participants/bob").status()).isEqualTo(200);
	}

	@Test
	void conversationShowsAllOfItsMembers() {
		this.simulator.conversation()
			.sid("CHaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
			.uniqueName("unique_name")
			.friendlyName("friendly_name")
			.createdBy("created_by")
			.state("initializing")
			.attributes("{\"a\":1}")
			.timers(Instant.parse("2015-12-16T22:19:38Z"), Instant.parse("2015-12-16T22:28:38Z"))
			.messagingParticipant("+375255555555", "+12345678910")
			.add();
		JsonNode shown = conversations("Address=%2B375255555555").get(0);
		assertThat(shown.path("conversation_attributes").asString()).isEqualTo("{\"a\":1}");
		assertThat(shown.path("conversation_timers").path("date_inactive").asString())
			.isEqualTo("2015-12-16T22:19:38Z");
		assertThat(shown.path("participant_messaging_binding")).isEqualTo(json("{'address':'+375255555555',"
				+ "'proxy_address':'+12345678910','type':'sms','level':null,'name':null,'projected_address':null}"));
		assertThat(shown.path("links").propertyNames()).containsExactly("participant", "conversation");
		String conversation = shown.at("/links/conversation").asString();
		assertThat(this.client.get(conversation + "/Participants").body().path("participants")).hasSize(1);
		assertThat(this.client.get(shown.at("/links/participant").asString()).status()).isEqualTo(200);
	}

	private JsonNode conversations(String filter) {
		return this.client.get("/v1/ParticipantConversations?" + filter).body().path("conversations");
	}

	private String participants() {
		return "/v1/Conversations/" + this.simulator.conversation().add().sid() + "/Participants";
	}

	private static JsonNode json(String text) {
		return ApiClient.MAPPER.readTree(text.replace('\'', '"'));
	}

}
