package dev.conversations.test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import dev.conversations.test.ApiClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the limits of {@link SimulatorSettings}.
 */
class LimitTests {

	private final MutableClock clock = new MutableClock();

	private ConversationsSimulator simulator = ConversationsSimulator.start();

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void writesWhenOverLimitAreRefusedAndNotCarriedOut() {
		ApiClient client = start(SimulatorSettings.defaults().withWritesPerSecond(2));
		String path = participants();
		assertThat(client.post(path, "Identity", "a").status()).isEqualTo(201);
		assertThat(client.post(path, "Identity", "b").status()).isEqualTo(201);
		Response refused = client.post(path, "Identity", "c");
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.code()).isEqualTo(20429);
		assertThat(client.get(path).body().path("participants")).hasSize(2);
		assertThat(client.post(participants(), "Identity", "c").status()).isEqualTo(201);
	}

	@Test
	void writesWhenSecondHasPassedAreTakenAgain() {
		ApiClient client = start(SimulatorSettings.defaults().withWritesPerSecond(1));
		String path = participants();
		String participant = path + '/' + client.post(path, "Identity", "a").text("/sid");
		this.clock.advance(Duration.ofMillis(999));
		assertThat(client.delete(participant).status()).isEqualTo(429);
		this.clock.advance(Duration.ofMillis(1));
		assertThat(client.delete(participant).status()).isEqualTo(204);
	}

	@Test
	void requestsWhenTooManyAtOnceAreRefused() {
		ApiClient client = start(SimulatorSettings.defaults().withConcurrentRequests(1));
		String path = participants();
		this.simulator.next().hang();
		CompletableFuture<?> hanging = client.sendAsync(client.request(path));
		Awaiting.until(() -> this.simulator.requestCount() == 1);
		assertThat(client.get(path).code()).isEqualTo(20429);
		hanging.cancel(true);
		Awaiting.until(() -> client.get(path).status() == 200);
	}

	@Test
	void requestsWhenOneAfterTheOtherAreNotAtOnce() {
		ApiClient one = start(SimulatorSettings.defaults().withConcurrentRequests(1));
		ApiClient other = new ApiClient(this.simulator);
		String path = participants();
		assertThat(IntStream.range(0, 200)).allSatisfy((i) -> {
			ApiClient next = (i % 2 == 0) ? one : other;
			assertThat(next.get(path).header("Twilio-Concurrent-Requests")).isEqualTo("1");
		});
	}

	@Test
	void participantsWhenOverLimitAreRefused() {
		ApiClient client = start(SimulatorSettings.defaults().withParticipantsPerConversation(1));
		String path = participants();
		client.post(path, "Identity", "a");
		assertThat(client.post(path, "Identity", "b").code()).isEqualTo(50417);
	}

	@Test
	void conversationsOfIdentityWhenOverLimitAreRefused() {
		ApiClient client = start(SimulatorSettings.defaults().withConversationsPerIdentity(1));
		this.simulator.conversation().chatParticipant("a").add();
		assertThat(client.post(participants(), "Identity", "a").code()).isEqualTo(50417);
		assertThat(client.post(participants(), "Identity", "b").status()).isEqualTo(201);
	}

	@Test
	void limitWhenNegativeIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> SimulatorSettings.defaults().withWritesPerSecond(-1))
			.withMessage("'writesPerSecond' must not be negative");
	}

	private ApiClient start(SimulatorSettings settings) {
		this.simulator.close();
		this.simulator = ConversationsSimulator.start(settings.withClock(this.clock));
		return new ApiClient(this.simulator);
	}

	private String participants() {
		return "/v1/Conversations/" + this.simulator.conversation().add().sid() + "/Participants";
	}

}
