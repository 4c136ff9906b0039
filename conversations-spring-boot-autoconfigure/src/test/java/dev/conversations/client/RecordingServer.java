package dev.conversations.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

import io.netty.handler.codec.http.HttpHeaders;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Server on loopback that keeps what it was sent and answers as a test says.
 */
final class RecordingServer implements AutoCloseable {

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final DisposableServer server;

	private RecordingServer(BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer) {
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((request, response) -> request.receive()
				.aggregate()
				.asString(StandardCharsets.UTF_8)
				.defaultIfEmpty("")
				.flatMap((body) -> {
					this.received.add(new Received(request.method().name(), request.uri(),
							request.requestHeaders().copy(), body));
					return Mono.from(answer.apply(request, response));
				}))
			.bindNow();
	}

	static RecordingServer answering(BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer) {
		return new RecordingServer(answer);
	}

	static RecordingServer answering(int status, String body) {
		return answering(status, body, Map.of());
	}

	static RecordingServer answering(int status, String body, Map<String, String> headers) {
		return answering((request, response) -> {
			headers.forEach(response::header);
			return response.status(status)
				.header("Content-Type", "application/json")
				.sendString(Mono.just(body).filter((text) -> !text.isEmpty()))
				.then();
		});
	}

	static String file(String name) {
		try (InputStream content = RecordingServer.class.getResourceAsStream(name)) {
			if (content == null) {
				throw new IllegalArgumentException("There is no file " + name);
			}
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	URI url() {
		return URI.create("http://127.0.0.1:" + this.server.port());
	}

	/**
	 * Settings with a single attempt, so that a test sees each request's outcome.
	 */
	TransportSettings settings() {
		return TransportSettings.of(url()).withRetry(attempts(1));
	}

	static RetrySettings attempts(int maxAttempts) {
		return new RetrySettings(maxAttempts, Duration.ofMillis(1), Duration.ofMillis(10), Duration.ofSeconds(60));
	}

	ParticipantClient client() {
		return TestClients.create(WebClient.builder(), settings());
	}

	ConversationClient conversations() {
		return conversations(1);
	}

	ConversationClient conversations(int maxAttempts) {
		return TestClients.conversations(WebClient.builder(), settings().withRetry(attempts(maxAttempts)));
	}

	List<Received> received() {
		return this.received;
	}

	Received single() {
		if (this.received.size() != 1) {
			throw new AssertionError("Expected one request but received " + this.received);
		}
		return this.received.get(0);
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	/**
	 * Request as it came.
	 */
	record Received(String method, String target, HttpHeaders headers, String body) {

	}

}
