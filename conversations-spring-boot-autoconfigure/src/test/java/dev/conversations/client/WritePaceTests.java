package dev.conversations.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes to a conversation are spaced, in virtual time.
 */
@Isolated("Virtual time is there for the whole JVM")
class WritePaceTests {

	private final List<Long> times = new ArrayList<>();

	private VirtualTimeScheduler time;

	@BeforeEach
	void start() {
		this.time = VirtualTime.start();
	}

	@AfterEach
	void stop() {
		VirtualTimeScheduler.reset();
	}

	private Mono<Void> write(WritePace pace, String conversation) {
		return pace.await(conversation).doOnSuccess((ignored) -> this.times.add(this.time.now(TimeUnit.MILLISECONDS)));
	}

	@Test
	void writesToAConversationAreSpacedEvenly() {
		WritePace pace = new WritePace(10);
		Flux.range(0, 5).flatMap((index) -> write(pace, "a")).subscribe();
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		assertThat(this.times).containsExactly(0L, 100L, 200L, 300L, 400L);
	}

	@Test
	void conversationsDoNotWaitForEachOther() {
		WritePace pace = new WritePace(1);
		Flux.just("a", "b", "c").flatMap((conversation) -> write(pace, conversation)).subscribe();
		this.time.advanceTimeBy(Duration.ZERO);
		assertThat(this.times).containsExactly(0L, 0L, 0L);
	}

	@Test
	void pauseIsNotSavedUpForABurst() {
		WritePace pace = new WritePace(10);
		write(pace, "a").subscribe();
		this.time.advanceTimeBy(Duration.ofSeconds(5));
		Flux.range(0, 2).flatMap((index) -> write(pace, "a")).subscribe();
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		assertThat(this.times).containsExactly(0L, 5000L, 5100L);
	}

	@Test
	void cancelledWaitTakesNoTurn() {
		WritePace pace = new WritePace(10);
		write(pace, "a").subscribe();
		List<Disposable> waits = IntStream.range(0, 100).mapToObj((index) -> write(pace, "a").subscribe()).toList();
		write(pace, "a").subscribe();
		waits.forEach(Disposable::dispose);
		write(pace, "a").subscribe();
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		assertThat(this.times).containsExactly(0L, 100L, 200L);
	}

	@Test
	void writesOfManyThreadsAreAllCarriedOutInTurn() {
		VirtualTimeScheduler.reset();
		WritePace pace = new WritePace(1_000_000);
		Long writes = Flux.range(0, 20_000)
			.flatMap((index) -> pace.await("a").subscribeOn(Schedulers.boundedElastic()).thenReturn(index), 1_000)
			.count()
			.block(Duration.ofSeconds(60));
		assertThat(writes).isEqualTo(20_000);
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> pace.conversations() == 0);
	}

	@Test
	void pastWritesAreForgotten() {
		WritePace pace = new WritePace(10);
		Flux.range(0, 1000).flatMap((index) -> write(pace, "conversation " + index), 1000).subscribe();
		this.time.advanceTimeBy(Duration.ofSeconds(2));
		write(pace, "another").subscribe();
		assertThat(pace.conversations()).isEqualTo(1);
	}

	@Test
	void clientPacesWritesAndNotReads() {
		VirtualTimeScheduler.reset();
		try (RecordingServer server = RecordingServer.answering(200, "{}")) {
			ParticipantClient client = TestClients.create(WebClient.builder(),
					server.settings().withLimits(LimitSettings.defaults().withWritesPerSecond(1)));
			Flux<Participant> reads = Flux.range(0, 5).flatMap((index) -> client.fetch("CH", "a"));
			Duration duration = reads.then(client.create("CH", NewParticipant.chat("a")))
				.then(client.update("CH", "MB", ParticipantUpdate.create()))
				.elapsed()
				.map((timed) -> Duration.ofMillis(timed.getT1()))
				.block(Duration.ofSeconds(20));
			assertThat(duration).isGreaterThanOrEqualTo(Duration.ofMillis(900));
		}
	}

}
