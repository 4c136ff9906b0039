package dev.conversations.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.conversations.test.ApiClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the creation of a conversation with its participants.
 */
class ConversationWithParticipantsTests {

	private static final String ADA = "{\"identity\":\"ada\"}";

	private static final String PAIR = "{\"messaging_binding\":{\"address\":\"+15550001\",\"proxy_address\":\"+15550002\"}}";

	private final MutableClock clock = new MutableClock();

	private final ConversationsSimulator simulator = ConversationsSimulator
		.start(SimulatorSettings.defaults().withClock(this.clock));

	private final ApiClient client = new ApiClient(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void conversationWithoutParticipantsIsThereAtOnce() {
		Response created = create();
		assertThat(created.status()).isEqualTo(201);
		assertThat(created.text("/state")).isEqualTo("active");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/Services/IS00000000000000000000000000000001" })
	void conversationWithParticipantsIsInitializedByNextRequest(String service) {
		this.simulator.addChatService("IS00000000000000000000000000000001");
		Response created = this.client.send(this.client.form("/v1" + service + "/ConversationWithParticipants",
				"State=inactive&FriendlyName=Tea&" + participants(ADA, PAIR)));
		assertThat(created.status()).isEqualTo(202);
		assertThat(created.text("/state")).isEqualTo("initializing");
		assertThat(created.text("/friendly_name")).isEqualTo("Tea");
		String path = path(created);
		assertThat(this.client.get(path + "/Participants").values("participants", "identity")).hasSize(2);
		assertThat(this.client.get(path).text("/state")).isEqualTo("inactive");
		assertThat(this.client.get("/v1" + service + "/ParticipantConversations?Identity=ada")
			.values("conversations", "conversation_state")).containsExactly("inactive");
	}

	@Test
	void initializationLastsByClock() {
		this.simulator.account().initialization(SimulatedInitialization.lasting(Duration.ofSeconds(5)));
		String path = path(create(ADA));
		this.clock.advance(Duration.ofSeconds(4));
		assertThat(this.client.get(path).text("/state")).isEqualTo("initializing");
		this.clock.advance(Duration.ofSeconds(1));
		Response initialized = this.client.get(path);
		assertThat(initialized.text("/state")).isEqualTo("active");
		assertThat(initialized.text("/date_updated")).isEqualTo("2026-01-02T03:04:10Z");
	}

	@Test
	void initializationLastsForRequestsOfConversation() {
		this.simulator.account().initialization(SimulatedInitialization.forRequests(2));
		String path = path(create(ADA));
		this.client.get("/v1/Conversations");
		assertThat(this.client.get(path).text("/state")).isEqualTo("initializing");
		assertThat(this.client.get(path).text("/state")).isEqualTo("initializing");
		assertThat(this.client.get(path).text("/state")).isEqualTo("active");
	}

	@Test
	void conversationWhileInitializingIsReadOnlyAndNotListedForParticipant() {
		this.simulator.account().initialization(SimulatedInitialization.lasting(Duration.ofSeconds(5)));
		String path = path(create(ADA));
		String participant = path + "/Participants/"
				+ this.client.get(path + "/Participants").text("/participants/0/sid");
		assertThat(Stream.of(this.client.post(path, "State", "closed"), this.client.delete(path),
				this.client.post(path + "/Participants", "Identity", "bob"),
				this.client.post(participant, "Attributes", "{}"), this.client.delete(participant)))
			.allMatch((refused) -> refused.status() == 409 && refused.code() == 50386);
		assertThat(this.client.get(participant).status()).isEqualTo(200);
		assertThat(this.client.get("/v1/ParticipantConversations?Identity=ada").body().path("conversations")).isEmpty();
		this.clock.advance(Duration.ofSeconds(5));
		assertThat(this.client.get("/v1/ParticipantConversations?Identity=ada").body().path("conversations"))
			.hasSize(1);
		assertThat(this.client.delete(path).status()).isEqualTo(204);
	}

	@Test
	void timersBeginToRunOnceInitialized() {
		this.simulator.account().initialization(SimulatedInitialization.lasting(Duration.ofMinutes(5)));
		Response created = this.client.send(this.client.form("/v1/ConversationWithParticipants",
				"Timers.Inactive=PT1M&Timers.Closed=PT10M&" + participants(ADA)));
		assertThat(created.body().path("timers")).isEmpty();
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(this.client.get(path(created)).body().path("timers").properties())
			.hasToString("[date_inactive=\"2026-01-02T03:10:05Z\", date_closed=\"2026-01-02T03:19:05Z\"]");
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.client.get(path(created)).text("/state")).isEqualTo("inactive");
	}

	@Test
	void initializationWhenFailingClosesAndFreesBindings() {
		this.simulator.account().initialization(SimulatedInitialization.forRequests(1).failing());
		String path = path(create(PAIR));
		assertThat(create(PAIR).code()).isEqualTo(50425);
		assertThat(this.client.get(path).text("/state")).isEqualTo("initializing");
		assertThat(this.client.get(path).text("/state")).isEqualTo("closed");
		this.simulator.account().initialization(SimulatedInitialization.defaults());
		assertThat(create(PAIR).status()).isEqualTo(202);
	}

	@Test
	void initializationIsDefaultAgainAfterReset() {
		this.simulator.account().initialization(SimulatedInitialization.forRequests(9));
		this.simulator.reset();
		assertThat(this.client.get(path(create(ADA))).text("/state")).isEqualTo("active");
	}

	@Test
	void stateWhenChangedByTestEndsInitialization() {
		this.simulator.account().initialization(SimulatedInitialization.forRequests(9));
		String path = path(create(ADA));
		this.simulator.account().conversations().get(0).changeState("active");
		assertThat(this.client.get(path).text("/state")).isEqualTo("active");
		assertThat(this.client.delete(path).status()).isEqualTo(204);
	}

	@Test
	void participantsWhenTenAreTakenAndElevenRefused() {
		String[] many = IntStream.range(0, 11).mapToObj("{\"identity\":\"user-%d\"}"::formatted).toArray(String[]::new);
		Response refused = create(many);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.code()).isEqualTo(50426);
		List<String> ten = new ArrayList<>(List.of(many)).subList(0, 10);
		Response created = create(ten.toArray(String[]::new));
		assertThat(this.client.get(path(created) + "/Participants").body().path("participants")).hasSize(10);
	}

	@Test
	void bindingWhenInUseIsNamedByItsConversation() {
		String holder = create(PAIR).text("/sid");
		Response refused = create(ADA, PAIR);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.code()).isEqualTo(50425);
		assertThat(refused.text("/message")).endsWith(holder);
		assertThat(this.simulator.account().conversations()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{} | 50204
			[] | 20001
			{ | 20001
			'' | 20001
			{"Identity":"ada"} | 20001
			{"identity":5} | 20001
			{"messaging_binding":{"proxyAddress":"+15550001"}} | 20001
			{"messaging_binding":{"address":"x","proxy_address":"+15550001"}} | 50407
			{"identity":"eve","messaging_binding":{"address":"+15550001"}} | 50211
			{"identity":"eve","attributes":"{"} | 50304
			{"identity":"ada"} | 50433
			""")
	void participantWhenRefusedRefusesAll(String participant, int code) {
		assertThat(create(ADA, participant).code()).isEqualTo(code);
		assertThat(this.simulator.account().conversations()).isEmpty();
	}

	@Test
	void participantWithAttributesAndRoleIsTaken() {
		Response created = create("""
				{"identity":"eve","attributes":"{\\"a\\":1}","role_sid":"RL0123456789abcdef0123456789abcdef"}""");
		Response listed = this.client.get(path(created) + "/Participants");
		assertThat(listed.text("/participants/0/attributes")).isEqualTo("{\"a\":1}");
		assertThat(listed.text("/participants/0/role_sid")).isEqualTo("RL0123456789abcdef0123456789abcdef");
	}

	@Test
	void groupWhenItExistsIsRefused() {
		String[] group = { group("address", "+15550001"), group("address", "+15550003"),
				group("projected_address", "+15550002") };
		String path = path(create(group));
		Response refused = create(group[2], group[0], group[1]);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.code()).isEqualTo(50438);
		assertThat(create(group[0], group[2]).status()).isEqualTo(202);
		this.client.post(path, "State", "closed");
		assertThat(create(group).status()).isEqualTo(202);
	}

	@Test
	void groupParticipantWhenAlreadyThereIsRefused() {
		String path = path(create(group("address", "+15550001"), group("projected_address", "+15550002")));
		Response refused = this.client.post(path + "/Participants", "MessagingBinding.Address", "+15550001");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.code()).isEqualTo(50437);
		assertThat(this.client.post(path + "/Participants", "MessagingBinding.Address", "+15550003").status())
			.isEqualTo(201);
	}

	@Test
	void initializationWhenNegativeIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> SimulatedInitialization.forRequests(-1))
			.withMessage("'requests' must not be negative");
		assertThatIllegalArgumentException().isThrownBy(() -> SimulatedInitialization.lasting(Duration.ofNanos(-1)))
			.withMessage("'duration' must not be negative");
	}

	private Response create(String... participants) {
		return this.client.send(this.client.form("/v1/ConversationWithParticipants", participants(participants)));
	}

	private String path(Response created) {
		return created.text("/url").substring(this.simulator.baseUrl().length());
	}

	private static String participants(String... participants) {
		return Stream.of(participants)
			.map((participant) -> "Participant=" + PercentCodec.encode(participant))
			.collect(Collectors.joining("&"));
	}

	private static String group(String key, String address) {
		return "{\"messaging_binding\":{\"%s\":\"%s\"}}".formatted(key, address);
	}

}
