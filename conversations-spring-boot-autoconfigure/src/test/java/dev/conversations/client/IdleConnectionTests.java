package dev.conversations.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The server closes a connection that is idle in the pool. If the client has not noticed
 * when it sends the next request on it, reads are sent again and writes are not: neither
 * by this client nor by Reactor Netty, which sends again by itself only what has not been
 * sent.
 */
class IdleConnectionTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final LoopResources eventLoop = LoopResources.create("idle-connection", 1, true);

	private final ConnectionProvider pool = ConnectionProvider.create("idle-connection", 1);

	private final List<Channel> connections = new CopyOnWriteArrayList<>();

	private final List<String> received = new CopyOnWriteArrayList<>();

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.doOnChannelInit((observer, channel, address) -> this.connections.add(channel))
		.handle((request, response) -> {
			this.received.add(request.method().name());
			return request.receive().then(response.sendString(Mono.just("{\"sid\":\"MB1\"}")).then());
		})
		.bindNow();

	private final ParticipantClient client = client();

	@AfterEach
	void stop() {
		this.pool.dispose();
		this.server.disposeNow();
		this.eventLoop.dispose();
	}

	private ParticipantClient client() {
		HttpClient http = HttpClient.create(this.pool).runOn(this.eventLoop);
		return TestClients.create(WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)),
				TransportSettings.of(URI.create("http://127.0.0.1:" + this.server.port()))
					.withRetry(RecordingServer.attempts(3)));
	}

	/**
	 * Closes the connection in the pool, and keeps the client from noticing until a
	 * request is about to be sent.
	 */
	private <T> Mono<T> unnoticed(boolean reset, Mono<T> request) throws Exception {
		this.client.fetch("CH", "ada").block(LIMIT);
		CountDownLatch held = new CountDownLatch(1);
		AtomicBoolean released = new AtomicBoolean();
		this.eventLoop.onClient(LoopResources.DEFAULT_NATIVE).next().execute(() -> {
			held.countDown();
			while (!released.get()) {
				Thread.onSpinWait();
			}
		});
		assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
		close(reset);
		CompletableFuture<T> result = request.toFuture();
		released.set(true);
		return Mono.fromFuture(result);
	}

	private void close(boolean reset) {
		assertThat(this.connections).hasSize(1);
		Channel connection = this.connections.get(0);
		if (reset) {
			connection.config().setOption(ChannelOption.SO_LINGER, 0);
		}
		assertThat(connection.close().awaitUninterruptibly(10, TimeUnit.SECONDS)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void readIsSentAgain(boolean reset) throws Exception {
		assertThat(unnoticed(reset, this.client.fetch("CH", "ada")).block(LIMIT)).isNotNull();
		assertThat(this.received).containsExactly("GET", "GET");
		assertThat(this.connections).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void writeIsNotSentAgain(boolean reset) throws Exception {
		Mono<?> write = unnoticed(reset, this.client.create("CH", NewParticipant.chat("grace")));
		assertThatExceptionOfType(TwilioConnectionException.class).isThrownBy(() -> write.block(LIMIT))
			.withMessageContaining("the exchange was broken off")
			.matches(TwilioException::isOutcomeUnknown);
		assertThat(this.received).containsExactly("GET");
		assertThat(this.connections).hasSize(1);
	}

}
