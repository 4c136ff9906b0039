package dev.conversations.test;

import java.time.Duration;
import java.time.Instant;

import dev.conversations.test.ApiClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for timers, which move a conversation from state to state.
 */
class ConversationTimerTests {

	private final MutableClock clock = new MutableClock();

	private final ConversationsSimulator simulator = ConversationsSimulator
		.start(SimulatorSettings.defaults().withClock(this.clock));

	private final ApiClient client = new ApiClient(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void timersChangeStateWhenTheirTimeHasCome() {
		String path = create("PT1M", "PT10M");
		assertThat(this.client.get(path).body().path("timers").properties())
			.hasToString("[date_inactive=\"2026-01-02T03:05:05Z\", date_closed=\"2026-01-02T03:14:05Z\"]");
		this.clock.advance(Duration.ofSeconds(59));
		assertThat(state(path)).isEqualTo("active");
		this.clock.advance(Duration.ofSeconds(1));
		Response inactive = this.client.get(path);
		assertThat(inactive.text("/state")).isEqualTo("inactive");
		assertThat(inactive.text("/date_updated")).isEqualTo("2026-01-02T03:05:05Z");
		assertThat(inactive.body().path("timers").propertyNames()).containsExactly("date_closed");
		this.clock.advance(Duration.ofMinutes(9));
		Response closed = this.client.get(path);
		assertThat(closed.text("/state")).isEqualTo("closed");
		assertThat(closed.text("/date_updated")).isEqualTo("2026-01-02T03:14:05Z");
		assertThat(closed.body().path("timers")).isEmpty();
	}

	@Test
	void timersWhenBothAreOverdueEndInClosed() {
		String path = create("PT1M", "PT10M");
		this.clock.advance(Duration.ofDays(1));
		assertThat(this.client.get("/v1/Conversations?State=closed").values("conversations", "date_updated"))
			.containsExactly("2026-01-02T03:14:05Z");
		assertThat(state(path)).isEqualTo("closed");
	}

	@Test
	void bindingWhenTimerClosesConversationIsFree() {
		String path = create("PT1M", "PT10M");
		String[] pair = { "MessagingBinding.Address", "+15550001", "MessagingBinding.ProxyAddress", "+15550002" };
		this.client.post(path + "/Participants", pair);
		String other = this.client.post("/v1/Conversations").text("/url").substring(this.simulator.baseUrl().length());
		assertThat(this.client.post(other + "/Participants", pair).code()).isEqualTo(50416);
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(this.client.post(other + "/Participants", pair).status()).isEqualTo(201);
		assertThat(this.client.get("/v1/ParticipantConversations?Address=%2B15550001")
			.values("conversations", "conversation_state")).containsExactlyInAnyOrder("closed", "active");
	}

	@Test
	void timersWhenConversationBecomesActiveAgainRunAnew() {
		String path = create("PT1M", "PT10M");
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(this.client.post(path, "State", "active").body().path("timers").properties())
			.hasToString("[date_inactive=\"2026-01-02T03:10:05Z\", date_closed=\"2026-01-02T03:19:05Z\"]");
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(state(path)).isEqualTo("inactive");
	}

	@Test
	void timerWhenUpdatedReplacesTheOld() {
		String path = create("PT1M", "PT10M");
		this.client.post(path, "Timers.Inactive", "PT2H", "Timers.Closed", "P1D");
		this.clock.advance(Duration.ofHours(2).minusSeconds(1));
		assertThat(state(path)).isEqualTo("active");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(state(path)).isEqualTo("inactive");
	}

	@Test
	void timerWhenConversationIsInactiveOrClosedIsOver() {
		String path = create("PT1M", "PT10M");
		assertThat(this.client.post(path, "State", "inactive").body().path("timers").propertyNames())
			.containsExactly("date_closed");
		assertThat(this.client.post(path, "State", "closed").body().path("timers")).isEmpty();
		this.clock.advance(Duration.ofDays(1));
		assertThat(this.client.get(path).text("/date_updated")).isEqualTo("2026-01-02T03:04:05Z");
	}

	@Test
	void timersOfSeedActOnClock() {
		SimulatedConversation conversation = this.simulator.conversation()
			.inactiveAfter(Duration.ofSeconds(2))
			.closedAfter(Duration.ofSeconds(3))
			.add();
		this.clock.advance(Duration.ofSeconds(2));
		assertThat(conversation.state()).isEqualTo("inactive");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(conversation.state()).isEqualTo("closed");
	}

	@Test
	void dateOfTimerActsUnlessItHasPassedAlready() {
		SimulatedConversation conversation = this.simulator.conversation()
			.timers(Instant.parse("2015-12-16T22:19:38Z"), null)
			.add();
		assertThat(conversation.state()).isEqualTo("active");
		conversation.changeTimers(null, this.clock.instant().plusSeconds(1));
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(conversation.state()).isEqualTo("closed");
	}

	@Test
	void timerWhenConversationIsDeletedOrResetIsForgotten() {
		this.client.delete(create("PT1M", "PT10M"));
		create("PT1M", "PT10M");
		this.simulator.reset();
		this.clock.advance(Duration.ofDays(1));
		assertThat(this.client.get("/v1/Conversations").body().path("conversations")).isEmpty();
	}

	private String create(String inactive, String closed) {
		return this.client.post("/v1/Conversations", "Timers.Inactive", inactive, "Timers.Closed", closed)
			.text("/url")
			.substring(this.simulator.baseUrl().length());
	}

	private String state(String path) {
		return this.client.get(path).text("/state");
	}

}
