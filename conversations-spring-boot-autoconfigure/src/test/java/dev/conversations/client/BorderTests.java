package dev.conversations.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Nothing that a subscriber does beyond the border of an operation changes what the
 * client does: its operators, its errors and its threads stay on their side.
 */
class BorderTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static RecordingServer answering(Integer... statuses) {
		Queue<Integer> left = new ConcurrentLinkedQueue<>(Arrays.asList(statuses));
		return RecordingServer.answering((request, response) -> {
			int status = (left.size() > 1) ? left.remove() : left.element();
			return response.status(status)
				.header("Content-Type", "application/json")
				.sendString(Mono.just("{\"sid\":\"MB1\",\"participants\":[],\"meta\":{}}"));
		});
	}

	private static ParticipantClient client(RecordingServer server, Connector connector) {
		return TestClients.create(connector.builder(), server.settings().withRetry(RecordingServer.attempts(4)));
	}

	private static <T> Flux<T> continued(Publisher<T> operation) {
		return Flux.from(operation).onErrorContinue((failure, value) -> {
		});
	}

	@ParameterizedTest
	@EnumSource(Connector.class)
	void failureOfADeleteStaysOneThoughTheSubscriberContinuesOnErrors(Connector connector) {
		try (RecordingServer server = answering(503)) {
			ParticipantClient client = client(server, connector);
			assertThatExceptionOfType(TwilioApiException.class)
				.isThrownBy(() -> continued(client.delete("CH1", "MB1")).then().block(LIMIT));
			assertThat(server.received()).hasSize(4);
		}
	}

	@ParameterizedTest
	@EnumSource(Connector.class)
	void refusalIsRetriedThoughTheSubscriberContinuesOnErrors(Connector connector) {
		try (RecordingServer server = answering(429, 200)) {
			assertThat(continued(client(server, connector).fetch("CH1", "ada")).blockLast(LIMIT)).isNotNull();
			assertThat(server.received()).hasSize(2);
		}
	}

	@ParameterizedTest
	@EnumSource(Connector.class)
	void existingParticipantIsRecoveredThoughTheSubscriberContinuesOnErrors(Connector connector) {
		try (RecordingServer server = answering(409, 200)) {
			ParticipantClient client = client(server, connector);
			assertThat(continued(client.createIfAbsent("CH1", NewParticipant.chat("ada"))).blockLast(LIMIT))
				.isNotNull();
		}
	}

	@ParameterizedTest
	@EnumSource(Connector.class)
	void pageIsReadAgainThoughTheSubscriberContinuesOnErrors(Connector connector) {
		Queue<Integer> statuses = new ConcurrentLinkedQueue<>(List.of(200, 503, 200));
		try (RecordingServer server = RecordingServer
			.answering((request, response) -> page(request, response, statuses.remove()))) {
			assertThat(
					continued(client(server, connector).list("CH1")).map(Participant::sid).collectList().block(LIMIT))
				.containsExactly("MB0", "MB1");
		}
	}

	private static Publisher<Void> page(HttpServerRequest request, HttpServerResponse response, int status) {
		boolean last = request.uri().contains("Page=1");
		String next = last ? "null" : "\"?PageSize=100&Page=1\"";
		return response.status(status)
			.header("Content-Type", "application/json")
			.sendString(Mono.just("{\"participants\":[{\"sid\":\"MB" + (last ? 1 : 0)
					+ "\"}],\"meta\":{\"next_page_url\":" + next + "}}"));
	}

	@ParameterizedTest
	@EnumSource(Connector.class)
	void permitComesBackWhenTheSubscriberThrowsAFatalError(Connector connector) {
		try (RecordingServer server = answering(200)) {
			ParticipantClient client = TestClients.create(connector.builder(),
					server.settings().withLimits(LimitSettings.defaults().withConcurrency(2, 2)));
			Consumer<Object> fatal = (value) -> {
				throw new NoClassDefFoundError("thrown by a subscriber");
			};
			List<Function<ParticipantClient, Publisher<?>>> operations = List.of(
					(target) -> target.fetch("CH1", "ada").doOnNext(fatal),
					(target) -> target.create("CH1", NewParticipant.chat("ada")).doOnNext(fatal),
					(target) -> target.update("CH1", "MB1", ParticipantUpdate.create().withIdentity("a"))
						.doOnNext(fatal),
					(target) -> target.delete("CH1", "MB1").doOnSuccess(fatal),
					(target) -> target.page("CH1", Paging.defaults()).doOnNext(fatal));
			for (Function<ParticipantClient, Publisher<?>> operation : operations) {
				IntStream.range(0, 3).forEach((number) -> subscribe(operation.apply(client)));
			}
			Awaitility.await().atMost(LIMIT).until(() -> server.received().size() == 15);
			assertThat(client.fetch("CH1", "ada").block(LIMIT)).isNotNull();
		}
	}

	private static void subscribe(Publisher<?> operation) {
		Flux.from(operation).subscribe((value) -> {
		}, (failure) -> {
		});
	}

	@ParameterizedTest
	@EnumSource(Connector.class)
	void permitAndConnectionAreBackWhileTheSubscriberWorks(Connector connector) throws Exception {
		CountDownLatch working = new CountDownLatch(3);
		CountDownLatch done = new CountDownLatch(1);
		try (RecordingServer server = answering(200)) {
			ParticipantClient client = TestClients.create(connector.builder(),
					server.settings().withLimits(LimitSettings.defaults().withConcurrency(1, 1)));
			Consumer<Object> work = (value) -> {
				working.countDown();
				await(done);
			};
			subscribe(client.fetch("CH1", "ada").doOnNext(work));
			subscribe(client.page("CH1", Paging.defaults()).doOnNext(work));
			subscribe(client.fetch("CH1", "bob").doOnNext(work));
			assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
			for (int i = 0; i < 8; i++) {
				assertThat(client.fetch("CH1", "carol").block(LIMIT)).isNotNull();
			}
		}
		finally {
			done.countDown();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@ParameterizedTest
	@EnumSource(Connector.class)
	void nextPageIsReadWhileTheSubscriberWorks(Connector connector) throws Exception {
		List<String> seen = new ArrayList<>();
		ArrayDeque<Integer> requests = new ArrayDeque<>();
		try (RecordingServer server = RecordingServer.answering((request, response) -> page(request, response, 200))) {
			ParticipantClient client = TestClients.create(connector.builder(),
					server.settings().withLimits(LimitSettings.defaults().withConcurrency(1, 1)));
			client.list("CH1").doOnNext((participant) -> {
				Awaitility.await().atMost(LIMIT).until(() -> server.received().size() == 2);
				requests.add(server.received().size());
				seen.add(participant.sid());
			}).blockLast(LIMIT);
			assertThat(seen).containsExactly("MB0", "MB1");
			assertThat(requests).containsExactly(2, 2);
		}
	}

	@Test
	void subscriberRunsWhereItMayBlock() {
		try (RecordingServer server = answering(200)) {
			ParticipantClient client = server.client();
			assertThat(client.fetch("CH1", "ada").map((value) -> Thread.currentThread().getName()).block(LIMIT))
				.startsWith("boundedElastic");
		}
	}

}
