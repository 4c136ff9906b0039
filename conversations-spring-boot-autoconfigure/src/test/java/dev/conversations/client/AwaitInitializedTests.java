package dev.conversations.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Waiting for the end of an initialisation, in virtual time.
 */
@Isolated("Virtual time is there for the whole JVM")
class AwaitInitializedTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final String SID = "CH" + "0".repeat(32);

	private final VirtualTimeScheduler clock = VirtualTimeScheduler.create();

	private final Deque<String> answers = new ArrayDeque<>();

	private final List<Duration> sent = new ArrayList<>();

	private final List<Duration> waits = new ArrayList<>();

	private TwilioTransport transport;

	@BeforeEach
	void startVirtualTime() {
		VirtualTime.start(this.clock);
		RetrySettings retry = new RetrySettings(3, Duration.ofSeconds(1), Duration.ofSeconds(8),
				Duration.ofSeconds(60));
		this.transport = TwilioTransport.create(WebClient.builder().exchangeFunction(this::exchange),
				TransportSettings.of(URI.create("http://localhost")).withRetry(retry));
	}

	@AfterEach
	void stopVirtualTime() {
		this.transport.close();
		VirtualTimeScheduler.reset();
	}

	/**
	 * Gives the next answer, the last one again and again.
	 */
	private Mono<ClientResponse> exchange(ClientRequest request) {
		assertThat(request.url()).hasPath("/v1/Conversations/" + SID);
		Duration now = Duration.ofNanos(Schedulers.parallel().now(TimeUnit.NANOSECONDS));
		if (!this.sent.isEmpty()) {
			this.waits.add(now.minus(this.sent.get(this.sent.size() - 1)));
		}
		this.sent.add(now);
		String answer = (this.answers.size() > 1) ? this.answers.remove() : this.answers.element();
		if (answer.matches("[0-9]+")) {
			return Mono.just(ClientResponse.create(HttpStatusCode.valueOf(Integer.parseInt(answer))).build());
		}
		return Mono.just(ClientResponse.create(HttpStatusCode.valueOf(200))
			.header("Content-Type", "application/json")
			.body("{\"sid\":\"" + SID + "\"" + (answer.isEmpty() ? "" : ",\"state\":\"" + answer + "\"") + "}")
			.build());
	}

	private Mono<Conversation> await(String... answers) {
		this.answers.addAll(List.of(answers));
		return this.transport.conversations(TestClients.CREDENTIALS).conversations().awaitInitialized(SID);
	}

	private void advance(Duration time) {
		for (long passed = 0; passed < time.toMillis(); passed += 100) {
			this.clock.advanceTimeBy(Duration.ofMillis(100));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "active", "inactive", "archived", "" })
	void conversationThatIsInitializedIsAnsweredAtOnce(String state) {
		StepVerifier.create(await(state))
			.then(() -> advance(Duration.ofMillis(100)))
			.expectNextMatches((conversation) -> SID.equals(conversation.sid()))
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.sent).hasSize(1);
	}

	@Test
	void conversationIsAskedForUntilItIsInitialized() {
		StepVerifier.create(await("initializing", "initializing", "initializing", "active"))
			.then(() -> advance(Duration.ofSeconds(8)))
			.expectNextMatches((conversation) -> ConversationState.ACTIVE.equals(conversation.state()))
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.sent).hasSize(4);
		assertThat(this.waits.get(0)).isLessThanOrEqualTo(Duration.ofMillis(1100));
		assertThat(this.waits.get(1)).isLessThanOrEqualTo(Duration.ofMillis(2100));
		assertThat(this.waits.get(2)).isLessThanOrEqualTo(Duration.ofMillis(4100));
	}

	@Test
	void waitHasNoLimitOfItsOwnAndItsBackoffIsBounded() {
		StepVerifier.create(await("initializing")).then(() -> {
			advance(Duration.ofHours(1));
			assertThat(this.waits).hasSizeGreaterThan(400)
				.allSatisfy((wait) -> assertThat(wait).isLessThanOrEqualTo(Duration.ofMillis(8100)))
				.anySatisfy((wait) -> assertThat(wait).isGreaterThan(Duration.ofSeconds(4)));
		}).thenCancel().verify(LIMIT);
	}

	@Test
	void subscriptionsBackOffOnTheirOwn() {
		Mono<Conversation> wait = await("initializing");
		StepVerifier.create(wait).then(() -> advance(Duration.ofMinutes(1))).thenCancel().verify(LIMIT);
		this.waits.clear();
		StepVerifier.create(wait).then(() -> advance(Duration.ofSeconds(3))).thenCancel().verify(LIMIT);
		assertThat(this.waits.get(1)).isLessThanOrEqualTo(Duration.ofMillis(1100));
	}

	@Test
	void cancellationEndsTheWait() {
		StepVerifier.create(await("initializing"))
			.then(() -> advance(Duration.ofMillis(50)))
			.thenCancel()
			.verify(LIMIT);
		int asked = this.sent.size();
		advance(Duration.ofMinutes(10));
		assertThat(this.sent).hasSize(asked);
	}

	@Test
	void timeoutOfTheCallerEndsTheWait() {
		StepVerifier.create(await("initializing").timeout(Duration.ofSeconds(30)))
			.then(() -> advance(Duration.ofSeconds(31)))
			.expectError(TimeoutException.class)
			.verify(LIMIT);
		int asked = this.sent.size();
		advance(Duration.ofMinutes(10));
		assertThat(this.sent).hasSize(asked);
	}

	@Test
	void conversationThatIsClosedCouldNotBeInitialized() {
		StepVerifier.create(await("initializing", "initializing", "closed"))
			.then(() -> advance(Duration.ofSeconds(4)))
			.expectErrorSatisfies((failure) -> assertThat(failure)
				.isInstanceOfSatisfying(InitializationException.class, (exception) -> {
					assertThat(exception.isRetryable()).isFalse();
					assertThat(exception.resumeCursor()).isNull();
				})
				.hasMessage("GET /v1/Conversations/{ConversationSid}: "
						+ "the conversation could not be initialised and is closed"))
			.verify(LIMIT);
		assertThat(this.sent).hasSize(3);
	}

	@Test
	void conversationThatIsGoneInBetweenIsNotFound() {
		StepVerifier.create(await("initializing", "404"))
			.then(() -> advance(Duration.ofSeconds(2)))
			.expectError(NotFoundException.class)
			.verify(LIMIT);
		assertThat(this.sent).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "429", "500", "503" })
	void refusalInBetweenIsRetriedAndTheWaitGoesOn(String status) {
		StepVerifier.create(await("initializing", status, status, "initializing", "active"))
			.then(() -> advance(Duration.ofSeconds(20)))
			.expectNextCount(1)
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.sent).hasSize(5);
	}

	@Test
	void refusalsThatUseUpAllAttemptsEndTheWait() {
		StepVerifier.create(await("initializing", "429"))
			.then(() -> advance(Duration.ofSeconds(20)))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOfSatisfying(RateLimitedException.class,
					(exception) -> assertThat(exception.isRetryable()).isTrue()))
			.verify(LIMIT);
		assertThat(this.sent).hasSize(4);
	}

	@Test
	void closingOfTheTransportEndsTheBackOff() {
		StepVerifier.create(await("initializing")).then(() -> {
			advance(Duration.ofMinutes(2));
			this.transport.close();
			this.clock.advanceTimeBy(Duration.ofMillis(1));
		})
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(TwilioConnectionException.class)
				.hasMessageEndingWith(": the client was closed"))
			.verify(LIMIT);
	}

}
