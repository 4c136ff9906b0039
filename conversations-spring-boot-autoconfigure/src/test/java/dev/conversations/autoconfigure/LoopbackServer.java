package dev.conversations.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * Server on loopback that keeps each request and answers with an empty JSON object.
 */
final class LoopbackServer implements AutoCloseable {

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final DisposableServer server;

	private LoopbackServer(UnaryOperator<HttpServer> customizer) {
		this.server = customizer.apply(HttpServer.create().host("127.0.0.1").handle((request, response) -> {
			this.received.add(new Received(request.uri(), request.requestHeaders().copy()));
			return response.header("Content-Type", "application/json").sendString(Mono.just("{}"));
		})).bindNow();
	}

	static LoopbackServer start() {
		return start(UnaryOperator.identity());
	}

	static LoopbackServer start(UnaryOperator<HttpServer> customizer) {
		return new LoopbackServer(customizer);
	}

	static String basic(String credentials) {
		return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
	}

	int port() {
		return this.server.port();
	}

	String url() {
		return "http://127.0.0.1:" + port();
	}

	List<Received> received() {
		return this.received;
	}

	Received last() {
		return this.received.get(this.received.size() - 1);
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	/**
	 * Request as it came.
	 */
	record Received(String target, HttpHeaders headers) {

		String authorization() {
			return this.headers.get("Authorization");
		}

	}

}
