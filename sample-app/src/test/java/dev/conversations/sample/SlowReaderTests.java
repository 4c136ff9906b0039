package dev.conversations.sample;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.conversations.test.ConversationsSimulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reader who lags behind a long stream. Its client is a plain one, since that of Spring
 * Test keeps all that it has received.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SlowReaderTests {

	private static final Duration LIMIT = Duration.ofSeconds(100);

	private static final int RECORDS = 100_000;

	@LocalServerPort
	private int port;

	@Autowired
	private ConversationsSimulator simulator;

	@BeforeEach
	void resetSimulator() {
		this.simulator.reset();
	}

	@Test
	@Tag("long")
	void memoryStaysFlatOverAllRecords() {
		SampleData.addConversations(this.simulator, "eve", RECORDS);
		AtomicInteger count = new AtomicInteger();
		List<Long> heap = new ArrayList<>();
		records().limitRate(1).doOnNext((line) -> {
			if (count.incrementAndGet() % 20_000 == 0) {
				heap.add(liveHeap());
			}
		}).blockLast(LIMIT);
		assertThat(count).hasValue(RECORDS);
		assertThat(Collections.max(heap) - Collections.min(heap)).as("%s", heap).isLessThan(40_000_000);
	}

	@Test
	void readerWhoStopsReadingStopsTheRequests() {
		SampleData.addConversations(this.simulator, "eve", RECORDS / 5);
		AtomicInteger count = new AtomicInteger();
		BaseSubscriber<String> reader = new BaseSubscriber<>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				subscription.request(10);
			}

			@Override
			protected void hookOnNext(String line) {
				count.incrementAndGet();
			}

		};
		records().subscribe(reader);
		AtomicInteger before = new AtomicInteger(-1);
		Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).until(() -> {
			int now = this.simulator.requestCount();
			return count.get() == 10 && before.getAndSet(now) == now;
		});
		assertThat(this.simulator.requestCount()).isLessThan(RECORDS / 5 / 50);
		reader.cancel();
	}

	private Flux<String> records() {
		return WebClient.create("http://localhost:" + this.port)
			.get()
			.uri("/api/participant-conversations?identity=eve")
			.retrieve()
			.bodyToFlux(String.class);
	}

	private static long liveHeap() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
