package dev.conversations.smoke;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.conversations.client.NewParticipant;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.TwilioConnectionException;
import dev.conversations.test.ConversationsSimulator;
import org.assertj.core.api.Assumptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of streams when an application is closed: responses of its server are
 * finished, and whatever else is under way or waits ends with a clear error.
 */
class ShutDownTests {

	private static final int CONVERSATIONS = 120;

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final ConversationsSimulator simulator = ConversationsSimulator.start();

	private ConfigurableApplicationContext context;

	@BeforeEach
	void start() {
		for (int i = 0; i < CONVERSATIONS; i++) {
			this.simulator.conversation().chatParticipant("ada").add();
		}
		this.context = SpringApplication.run(SmokeApplication.class, "--server.port=0",
				"--twilio.account-sid=" + this.simulator.accountSid(),
				"--twilio.auth-token=" + this.simulator.authToken(),
				"--twilio.conversations.base-url=" + this.simulator.baseUrl(),
				"--twilio.conversations.max-concurrent-requests=2");
	}

	@AfterEach
	void stop() {
		this.context.close();
		this.simulator.close();
	}

	private void awaitRequests(int number) {
		Awaitility.await().atMost(LIMIT).until(() -> this.simulator.requestCount() == number);
	}

	@Test
	void responseThatIsUnderWayIsFinished() throws Exception {
		Assumptions.assumeThat(System.getProperty("smoke.server")).isNotEqualTo("none");
		this.simulator.when((request) -> true).delay(Duration.ofMillis(500)).proceed();
		URI uri = URI.create("http://localhost:" + this.context.getEnvironment().getProperty("local.server.port"));
		CompletableFuture<HttpResponse<String>> response = HttpClient.newHttpClient()
			.sendAsync(HttpRequest.newBuilder(uri.resolve("/conversations")).build(),
					HttpResponse.BodyHandlers.ofString());
		awaitRequests(1);
		this.context.close();
		assertThat(response.get(20, TimeUnit.SECONDS).body().lines().filter((line) -> line.contains("CH")))
			.hasSize(CONVERSATIONS);
		assertThat(this.simulator.requestCount()).isEqualTo(3);
	}

	@Test
	void everythingElseEndsWithAClearError() throws Exception {
		ParticipantClient client = this.context.getBean(ParticipantClient.class);
		Flux<?> list = client.listConversations(ParticipantIdentifier.identity("ada"));
		this.simulator.next().header("Retry-After", "30").respond(503);
		this.simulator.when((request) -> true).hang();
		CompletableFuture<Throwable> inBackoff = failure(client.fetch("CH1", "ada"));
		awaitRequests(1);
		List<CompletableFuture<Throwable>> underWay = List.of(failure(list),
				failure(client.create("CH1", NewParticipant.chat("grace"))));
		awaitRequests(3);
		CompletableFuture<Throwable> waiting = failure(list);
		this.context.close();
		CompletableFuture<Throwable> late = failure(list);
		for (CompletableFuture<Throwable> failure : List.of(inBackoff, underWay.get(0), underWay.get(1), waiting,
				late)) {
			assertThat(failure.get(10, TimeUnit.SECONDS)).isInstanceOf(TwilioConnectionException.class)
				.hasMessageEndingWith(": the client was closed");
		}
	}

	private static CompletableFuture<Throwable> failure(Publisher<?> operation) {
		CompletableFuture<Throwable> failure = new CompletableFuture<>();
		Flux.from(operation).doOnError(failure::complete).onErrorComplete().subscribe();
		return failure;
	}

}
