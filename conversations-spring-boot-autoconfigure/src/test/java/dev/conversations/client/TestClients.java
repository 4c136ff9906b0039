package dev.conversations.client;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Clients and parts of them for tests.
 */
final class TestClients {

	static final TwilioCredentials CREDENTIALS = new BasicCredentials("ACuser", "password-4711", "ACuser");

	static final ApiRequest REQUEST = ApiRequest.get(URI.create("http://localhost"), ResourcePath.ROOT);

	private TestClients() {
	}

	static ParticipantClient create(WebClient.Builder builder, TransportSettings settings) {
		return TwilioTransport.create(builder, settings).conversations(CREDENTIALS).participants();
	}

	static ConversationClient conversations(WebClient.Builder builder, TransportSettings settings) {
		return TwilioTransport.create(builder, settings).conversations(CREDENTIALS).conversations();
	}

	static ParticipantClient create(WebClient.Builder builder, TransportSettings settings,
			Supplier<TwilioCredentials> credentials) {
		return TwilioTransport.create(builder, settings)
			.conversations(null, Mono.fromSupplier(credentials))
			.participants();
	}

	/**
	 * Passes an attempt through a gate.
	 */
	static <T> Mono<T> admit(RequestGate gate, Mono<T> attempt) {
		Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), () -> 0);
		RequestGate unlimited = new RequestGate("client", Integer.MAX_VALUE, backoff, Duration.ofSeconds(1));
		Connections connections = new Connections(unlimited, Duration.ofDays(1));
		return Attempt.of(REQUEST, gate, connections, new TimeBudget(Duration.ofDays(1)),
				(connection) -> attempt.map(TestClients::unread));
	}

	private static <T> UnreadAnswer<T> unread(T value) {
		return new UnreadAnswer<>(DefaultDataBufferFactory.sharedInstance.wrap(new byte[0]), (body) -> value);
	}

	/**
	 * The error of an answer without body.
	 */
	static TwilioApiException answered(int status, String retryAfter) {
		Instant now = Instant.ofEpochMilli(Schedulers.parallel().now(TimeUnit.MILLISECONDS));
		return Failures.of(REQUEST, new ErrorAnswer(status, null, RetryAfter.parse(retryAfter, now), null));
	}

}
