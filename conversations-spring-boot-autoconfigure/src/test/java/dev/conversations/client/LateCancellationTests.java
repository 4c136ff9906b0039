package dev.conversations.client;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Operators;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.context.Context;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever cancels on another thread just when the answer comes in, as a time-out does,
 * loses no connection.
 */
@Isolated("Hooks are there for the whole JVM")
class LateCancellationTests implements ConnectionProvider.MeterRegistrar {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final String HOOK = LateCancellationTests.class.getName();

	private final List<ConnectionPoolMetrics> pools = new CopyOnWriteArrayList<>();

	private final ConnectionProvider provider = ConnectionProvider.builder("late-cancellation")
		.metrics(true, () -> this)
		.build();

	private final Disposable.Swap subscription = Disposables.swap();

	private final AtomicBoolean cancelled = new AtomicBoolean();

	@BeforeEach
	void cancelWhenTheAnswerComesIn() {
		Hooks.onEachOperator(HOOK, Operators.<Object, Object>lift((operator, next) -> new Canceller(next)));
	}

	@AfterEach
	void close() {
		Hooks.resetOnEachOperator(HOOK);
		this.provider.disposeLater().block(LIMIT);
	}

	@Test
	void connectionWhenCancelledAsTheAnswerComesInIsNotLost() {
		try (RecordingServer server = RecordingServer.answering(200, " ".repeat(1_000_000))) {
			ReactorClientHttpConnector connector = new ReactorClientHttpConnector(HttpClient.create(this.provider));
			ParticipantClient client = TestClients.create(WebClient.builder().clientConnector(connector),
					server.settings());
			this.subscription.update(client.fetch("CH1", "ada").subscribe());
			Awaitility.await().atMost(LIMIT).untilTrue(this.cancelled);
			Awaitility.await()
				.atMost(LIMIT)
				.untilAsserted(() -> assertThat(this.pools).singleElement()
					.satisfies((pool) -> assertThat(pool.acquiredSize()).as("connections in use").isZero()));
		}
	}

	@Override
	public void registerMetrics(String poolName, String id, SocketAddress remoteAddress,
			ConnectionPoolMetrics metrics) {
		this.pools.add(metrics);
	}

	@Override
	public void deRegisterMetrics(String poolName, String id, SocketAddress remoteAddress) {
		// Pools end with the test
	}

	private static boolean hasCome(HttpClientResponse response) {
		try {
			return response.status() != null;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	/**
	 * Cancels before the connection, whose answer comes in, is passed on.
	 */
	private final class Canceller implements CoreSubscriber<Object> {

		private final CoreSubscriber<? super Object> next;

		Canceller(CoreSubscriber<? super Object> next) {
			this.next = next;
		}

		@Override
		public Context currentContext() {
			return this.next.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.next.onSubscribe(subscription);
		}

		@Override
		public void onNext(Object value) {
			if (value instanceof HttpClientResponse response && hasCome(response)) {
				CompletableFuture.runAsync(LateCancellationTests.this.subscription::dispose)
					.orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
					.join();
				LateCancellationTests.this.cancelled.set(true);
			}
			this.next.onNext(value);
		}

		@Override
		public void onError(Throwable failure) {
			this.next.onError(failure);
		}

		@Override
		public void onComplete() {
			this.next.onComplete();
		}

	}

}
