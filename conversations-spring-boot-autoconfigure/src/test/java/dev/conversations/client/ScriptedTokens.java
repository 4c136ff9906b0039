package dev.conversations.client;

import java.net.URI;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

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

/**
 * Token endpoint and API in virtual time, without a network. Every answer takes 100 ms;
 * tokens are numbered, and those that requests come with are kept.
 */
final class ScriptedTokens implements AutoCloseable {

	static final Duration LIMIT = Duration.ofSeconds(10);

	static final String CONVERSATION = "CH" + "0".repeat(32);

	private static final URI TOKEN_URI = URI.create("http://localhost/v2/token");

	private final VirtualTimeScheduler clock;

	private final AtomicInteger tokenRequests = new AtomicInteger();

	private final AtomicInteger issued = new AtomicInteger();

	private final List<String> received = new CopyOnWriteArrayList<>();

	private final Deque<Mono<ClientResponse>> tokenAnswers = new ConcurrentLinkedDeque<>();

	private final Deque<Mono<ClientResponse>> answers = new ConcurrentLinkedDeque<>();

	private final AtomicReference<OAuthCredentials> credentials = new AtomicReference<>(credentials("OQ1"));

	private String lifetime = "3600";

	ScriptedTokens() {
		this(VirtualTimeScheduler.create());
	}

	ScriptedTokens(VirtualTimeScheduler clock) {
		this.clock = VirtualTime.start(clock);
	}

	static OAuthCredentials credentials(String clientId) {
		return new OAuthCredentials(clientId, "secret-4711", TOKEN_URI, null);
	}

	ParticipantClient client(int maxAttempts) {
		WebClient.Builder builder = WebClient.builder().exchangeFunction(this::answer);
		return TestClients.create(builder,
				TransportSettings.of(URI.create("http://localhost")).withRetry(RecordingServer.attempts(maxAttempts)),
				this.credentials::get);
	}

	void use(OAuthCredentials credentials) {
		this.credentials.set(credentials);
	}

	/**
	 * What the JSON of each further token says about its lifetime.
	 */
	void issueFor(String lifetime) {
		this.lifetime = lifetime;
	}

	/**
	 * Lets the token endpoint answer something else once.
	 */
	void nextToken(Mono<ClientResponse> answer) {
		this.tokenAnswers.add(answer);
	}

	/**
	 * Lets the API answer something else once.
	 */
	void next(Mono<ClientResponse> answer) {
		this.answers.add(answer);
	}

	private Mono<ClientResponse> answer(ClientRequest request) {
		return Mono.delay(Duration.ofMillis(100))
			.flatMap((tick) -> request.url().equals(TOKEN_URI) ? token() : resource(request));
	}

	private Mono<ClientResponse> token() {
		this.tokenRequests.incrementAndGet();
		Mono<ClientResponse> prepared = this.tokenAnswers.poll();
		return (prepared != null) ? prepared : json(200, "{\"access_token\":\"t" + this.issued.incrementAndGet()
				+ "\",\"token_type\":\"Bearer\",\"expires_in\":" + this.lifetime + "}");
	}

	private Mono<ClientResponse> resource(ClientRequest request) {
		this.received.add(request.headers().getFirst(HttpHeaders.AUTHORIZATION));
		Mono<ClientResponse> prepared = this.answers.poll();
		return (prepared != null) ? prepared : json(200, "{}");
	}

	static Mono<ClientResponse> json(int status, String body, String... headers) {
		ClientResponse.Builder response = ClientResponse.create(HttpStatus.valueOf(status))
			.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
			.body(body);
		for (int i = 0; i < headers.length; i += 2) {
			response.header(headers[i], headers[i + 1]);
		}
		return Mono.just(response.build());
	}

	/**
	 * Sends requests, which are to succeed within a second.
	 */
	void send(ParticipantClient client, int concurrently) {
		StepVerifier.create(Flux.range(0, concurrently).flatMap((index) -> client.fetch(CONVERSATION, "ada"), 100))
			.then(() -> advance(Duration.ofSeconds(1)))
			.expectNextCount(concurrently)
			.expectComplete()
			.verify(LIMIT);
	}

	void advance(Duration time) {
		this.clock.advanceTimeBy(time);
	}

	/**
	 * How often the token endpoint was asked.
	 */
	int tokenRequests() {
		return this.tokenRequests.get();
	}

	/**
	 * The headers that the API has received.
	 */
	List<String> received() {
		return this.received;
	}

	@Override
	public void close() {
		VirtualTimeScheduler.reset();
	}

}
