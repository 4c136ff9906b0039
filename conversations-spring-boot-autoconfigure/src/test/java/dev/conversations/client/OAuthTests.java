package dev.conversations.client;

import java.net.URI;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Access tokens: fetched once, shared, renewed before they expire and when they are
 * refused.
 */
class OAuthTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final URI TOKEN_URI = URI.create("http://localhost/v2/token");

	private static final String CONVERSATION = "CH" + "0".repeat(32);

	private final AtomicInteger issued = new AtomicInteger();

	private final List<String> received = new CopyOnWriteArrayList<>();

	private final Deque<ClientResponse> answers = new ConcurrentLinkedDeque<>();

	private final AtomicReference<OAuthCredentials> credentials = new AtomicReference<>(credentials("OQ1"));

	private String lifetime = "3600";

	private VirtualTimeScheduler clock;

	@BeforeEach
	void stopTheClock() {
		this.clock = VirtualTimeScheduler.getOrSet();
	}

	@AfterEach
	void resumeTheClock() {
		VirtualTimeScheduler.reset();
	}

	private static OAuthCredentials credentials(String clientId) {
		return new OAuthCredentials(clientId, "secret-4711", TOKEN_URI, null);
	}

	private ParticipantClient client() {
		WebClient.Builder builder = WebClient.builder().exchangeFunction(this::answer);
		return ParticipantClientFactory.create(builder,
				ParticipantClientSettings.of(URI.create("http://localhost"), this.credentials::get)
					.withRetry(RecordingServer.attempts(1)));
	}

	private Mono<ClientResponse> answer(ClientRequest request) {
		boolean forToken = request.url().equals(TOKEN_URI);
		return Mono.delay(Duration.ofMillis(100)).map((tick) -> {
			ClientResponse prepared = this.answers.poll();
			if (prepared != null) {
				return prepared;
			}
			if (forToken) {
				return json(200, "{\"access_token\":\"t" + this.issued.incrementAndGet()
						+ "\",\"token_type\":\"Bearer\",\"expires_in\":" + this.lifetime + "}");
			}
			this.received.add(request.headers().getFirst(HttpHeaders.AUTHORIZATION));
			return json(200, "{}");
		});
	}

	private static ClientResponse json(int status, String body) {
		return ClientResponse.create(HttpStatus.valueOf(status))
			.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
			.body(body)
			.build();
	}

	private void send(ParticipantClient client, int concurrently) {
		StepVerifier.create(Flux.range(0, concurrently).flatMap((index) -> client.fetch(CONVERSATION, "ada"), 100))
			.then(() -> this.clock.advanceTimeBy(Duration.ofSeconds(1)))
			.expectNextCount(concurrently)
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void tokenIsFetchedOnceAndShared() {
		ParticipantClient client = client();
		assertThat(this.issued).hasValue(0);
		send(client, 50);
		send(client, 1);
		assertThat(this.issued).hasValue(1);
		assertThat(this.received).hasSize(51).containsOnly("Bearer t1");
	}

	@ParameterizedTest
	@CsvSource({ "3600, 3530, 3545", "100, 85, 95" })
	void tokenIsRenewedShortlyBeforeItExpires(String lifetime, long before, long after) {
		this.lifetime = lifetime;
		ParticipantClient client = client();
		send(client, 1);
		this.clock.advanceTimeBy(Duration.ofSeconds(before - 1));
		send(client, 1);
		assertThat(this.received).containsOnly("Bearer t1");
		this.clock.advanceTimeBy(Duration.ofSeconds(after - before));
		send(client, 20);
		assertThat(this.issued).hasValue(2);
		assertThat(this.received.subList(2, 22)).containsOnly("Bearer t2");
	}

	@Test
	void tokenWhoseLifetimeIsUnknownIsUsedUntilItIsRefused() {
		this.lifetime = "null";
		ParticipantClient client = client();
		send(client, 1);
		this.clock.advanceTimeBy(Duration.ofDays(30));
		send(client, 1);
		assertThat(this.issued).hasValue(1);
	}

	@Test
	void tokenWhenItIsRefusedIsRenewedOnceForAllWhoUsedIt() {
		ParticipantClient client = client();
		send(client, 1);
		for (int i = 0; i < 20; i++) {
			this.answers.add(json(401, "{}"));
		}
		send(client, 20);
		assertThat(this.issued).hasValue(2);
		assertThat(this.received.subList(1, 21)).containsOnly("Bearer t2");
	}

	@Test
	void secondRefusalIsAnError() {
		ParticipantClient client = client();
		send(client, 1);
		this.answers.add(json(401, "{}"));
		this.answers.add(json(200, "{\"access_token\":\"bad\"}"));
		this.answers.add(json(401, "{\"code\":20003,\"message\":\"Authenticate\"}"));
		expectError(client, AuthenticationFailedException.class, ": 401, code 20003: Authenticate", false);
		assertThat(this.answers).isEmpty();
	}

	@Test
	void credentialsWhenTheyChangeAreUsedForTheNextRequest() {
		ParticipantClient client = client();
		send(client, 1);
		this.credentials.set(credentials("OQ2"));
		send(client, 1);
		assertThat(this.received).containsExactly("Bearer t1", "Bearer t2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					400 | {"error":"invalid_client secret-4711"} | AuthenticationFailedException | : 400                  | false
					401 | {"code":20003,"message":"x"}          | AuthenticationFailedException | : 401, code 20003      | false
					429 | {}                                    | RateLimitedException          | : 429                  | true
					503 | <html>                                | TwilioApiException            | : 503                  | true
					200 | {}                                    | TwilioConnectionException     | : the answer has none  | false
					200 | <html>                                | TwilioConnectionException     | : the answer has none  | false""")
	void failureToGetATokenIsThatOfTheRequestAndIsNotKept(int status, String body, String type, String message,
			boolean retryable) throws Exception {
		ParticipantClient client = client();
		this.answers.add(json(status, body));
		expectError(client, Class.forName("dev.conversations.client." + type),
				"GET /v1/Conversations/{ConversationSid}/Participants/{Sid}: no access token could be had" + message,
				retryable);
		send(client, 1);
		assertThat(this.received).containsExactly("Bearer t1");
	}

	private void expectError(ParticipantClient client, Class<?> type, String message, boolean retryable) {
		StepVerifier.create(client.fetch(CONVERSATION, "ada"))
			.then(() -> this.clock.advanceTimeBy(Duration.ofSeconds(1)))
			.expectErrorSatisfies((failure) -> {
				assertThat(failure).isExactlyInstanceOf(type)
					.hasMessageEndingWith(message)
					.hasMessageNotContaining("4711")
					.hasNoCause();
				assertThat(((TwilioException) failure).isRetryable()).isEqualTo(retryable);
			})
			.verify(LIMIT);
	}

	@Test
	void tokenRequestIsTheFormThatTwilioDocuments() {
		VirtualTimeScheduler.reset();
		try (RecordingServer server = RecordingServer.answering(200, "{\"access_token\":\"t1\",\"expires_in\":60}")) {
			OAuthCredentials oauth = new OAuthCredentials("OQ1", "s&=", server.url().resolve("/v2/token"), null);
			ParticipantClientFactory
				.create(WebClient.builder(), ParticipantClientSettings.of(server.url(), () -> oauth))
				.fetch(CONVERSATION, "ada")
				.block(LIMIT);
			assertThat(server.received()).hasSize(2);
			assertThat(server.received().get(0).target()).isEqualTo("/v2/token");
			assertThat(server.received().get(0).method()).isEqualTo("POST");
			assertThat(server.received().get(0).body())
				.isEqualTo("grant_type=client_credentials&client_id=OQ1&client_secret=s%26%3D");
			assertThat(server.received().get(0).headers().contains("Authorization")).isFalse();
			assertThat(server.received().get(1).headers().get("Authorization")).isEqualTo("Bearer t1");
		}
	}

	@Test
	void nothingShowsASecret() {
		OAuthCredentials oauth = credentials("OQ1");
		assertThat(oauth).hasToString("OAuthCredentials");
		assertThat(AccessToken.issued(oauth, "t", 1L, 0)).hasToString("AccessToken");
		assertThat(new AccessToken.Body("t", 1L)).hasToString("Body");
		assertThat(oauth.owner()).isEqualTo("OQ1");
		assertThat(new OAuthCredentials("OQ1", "s", TOKEN_URI, "AC1").owner()).isEqualTo("AC1");
	}

}
