package dev.conversations.docs;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import dev.conversations.client.ParticipantClient;
import dev.conversations.client.TransportSettings;
import dev.conversations.client.TwilioTransport;
import dev.conversations.docs.RotatingCredentials.ApiKey;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.SimulatedAccount;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A key is used until its time is over, and the next request shows the new one.
 */
class RotatingCredentialsTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final AtomicInteger reads = new AtomicInteger();

	@Test
	void keyWhenItsTimeIsOverIsReadAgain() {
		assertThat(fetchTwice(Duration.ZERO)).isEqualTo(2);
	}

	@Test
	void keyWhenItsTimeIsNotOverIsUsedAgain() {
		assertThat(fetchTwice(Duration.ofHours(1))).isEqualTo(1);
	}

	@Test
	void failureOfTheStoreIsNotKept() {
		RotatingCredentials details = new RotatingCredentials("AC1", () -> {
			if (this.reads.incrementAndGet() == 1) {
				throw new IllegalStateException();
			}
			return new ApiKey("SK1", "secret");
		}, Duration.ofHours(1));
		assertThat(details.getCredentials().onErrorComplete().blockOptional(LIMIT)).isEmpty();
		assertThat(details.getCredentials().block(LIMIT).owner()).isEqualTo("AC1");
	}

	private int fetchTwice(Duration time) {
		try (ConversationsSimulator simulator = ConversationsSimulator.start()) {
			SimulatedAccount account = simulator.account();
			account.acceptApiKey(sid(1), "secret-1").acceptApiKey(sid(2), "secret-2");
			simulator.conversation().uniqueName("talk").chatParticipant("ada").add();
			RotatingCredentials details = new RotatingCredentials(simulator.accountSid(), this::next, time);
			try (TwilioTransport transport = TwilioTransport.create(WebClient.builder(),
					TransportSettings.of(URI.create(simulator.baseUrl())))) {
				ParticipantClient client = transport
					.conversations(details.getAccountSid(), Mono.defer(details::getCredentials))
					.participants();
				client.fetch("talk", "ada").then(client.fetch("talk", "ada")).block(LIMIT);
			}
			return this.reads.get();
		}
	}

	private ApiKey next() {
		int number = this.reads.incrementAndGet();
		return new ApiKey(sid(number), "secret-" + number);
	}

	private static String sid(int number) {
		return "SK%032d".formatted(number);
	}

}
