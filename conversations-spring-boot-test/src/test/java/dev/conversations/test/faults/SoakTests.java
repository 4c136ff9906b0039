package dev.conversations.test.faults;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.conversations.client.Conversation;
import dev.conversations.client.ConversationFilter;
import dev.conversations.client.ConversationState;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.TwilioConversations;
import dev.conversations.client.TwilioException;
import dev.conversations.client.TwilioTransport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 2,000 streams of conversations at once over a simulator that fails 5 % of the requests
 * in all ways, again and again for {@code soak.seconds}: every stream is exact, and
 * nothing is left over.
 */
@Tag("long")
class SoakTests {

	private static final int PARTICIPANTS = 2_000;

	private static final Duration DURATION = Duration.ofSeconds(Integer.getInteger("soak.seconds", 3));

	private static final Paging PAGING = Paging.defaults().withPageSize(SoakedSimulator.PAGE_SIZE);

	private static final ConversationFilter INACTIVE = ConversationFilter.all().withState(ConversationState.INACTIVE);

	private static final long HEAP_TOLERANCE = 16L << 20;

	private final AtomicInteger streams = new AtomicInteger();

	private final AtomicInteger resumed = new AtomicInteger();

	private final Pool pool = new Pool(SoakedSimulator.PERMITS);

	@Test
	@Timeout(value = 15, unit = TimeUnit.MINUTES)
	void everyStreamIsExactAndNothingIsLeftOver() {
		soak(PARTICIPANTS / 10, Duration.ZERO);
		long heap = usedHeap();
		Gauges gauges = soak(PARTICIPANTS, DURATION);
		this.pool.close();
		assertThat(this.pool.open()).as("connections").isZero();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(usedHeap()).as("heap").isLessThan(heap + HEAP_TOLERANCE));
		System.out.printf("soak: heap of %d KB grew by %d KB%n", heap >> 10, (usedHeap() - heap) >> 10);
		assertThat(gauges.active()).as("permits in use").isZero();
		assertThat(gauges.permits()).as("permits").isEqualTo(SoakedSimulator.PERMITS);
	}

	/**
	 * Has each participant's conversations streamed, and again as long as there is time;
	 * then has as many requests carried out without a fault as give all permits back.
	 * @return the gauges, which keep the transport, so that its memory counts
	 */
	private Gauges soak(int participants, Duration duration) {
		try (SoakedSimulator simulator = new SoakedSimulator(participants)) {
			TwilioTransport transport = simulator.transport(this.pool);
			Gauges gauges = Gauges.of(transport);
			TwilioConversations twilio = simulator.client(transport);
			long start = System.nanoTime();
			readAll(simulator, twilio, participants, () -> System.nanoTime() - start < duration.toNanos())
				.block(duration.plusMinutes(5));
			int permits = gauges.permits();
			simulator.heal();
			readAll(simulator, twilio, participants, () -> gauges.permits() < SoakedSimulator.PERMITS)
				.block(Duration.ofMinutes(1));
			Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> isQuiet(gauges));
			System.out.printf("soak: %d streams, %d resumed, %d requests, %d faults, %d permits, %d ms%n",
					this.streams.getAndSet(0), this.resumed.getAndSet(0), simulator.requests(), simulator.faults(),
					permits, (System.nanoTime() - start) / 1_000_000);
			return gauges;
		}
	}

	/**
	 * Every tenth stream is of all conversations that are inactive, the others of those
	 * of a participant.
	 */
	private Mono<Void> readAll(SoakedSimulator simulator, TwilioConversations twilio, int participants,
			BooleanSupplier again) {
		return Flux.range(0, participants)
			.flatMap((participant) -> ((participant % 10 == 2) ? readInactive(simulator, twilio)
					: read(simulator, twilio.participants(), participant))
				.repeat(again), participants)
			.then();
	}

	private Mono<Void> readInactive(SoakedSimulator simulator, TwilioConversations twilio) {
		return check((paging) -> twilio.conversations().list(INACTIVE, paging).mapNotNull(Conversation::sid),
				simulator.inactive());
	}

	private Mono<Void> read(SoakedSimulator simulator, ParticipantClient client, int participant) {
		ParticipantIdentifier identity = ParticipantIdentifier.identity(SoakedSimulator.identity(participant));
		return check((paging) -> client.listConversations(identity, paging)
			.mapNotNull(ParticipantConversation::conversationSid), simulator.expected(participant))
			.doOnSubscribe((subscription) -> disturb(client, participant));
	}

	private Mono<Void> check(Function<Paging, Flux<String>> list, List<String> expected) {
		return Flux.defer(() -> read(list, PAGING)).collectList().doOnNext((sids) -> {
			this.streams.incrementAndGet();
			assertThat(sids).isEqualTo(expected);
		}).then();
	}

	/**
	 * Adds consumers that sleep and consumers that throw fatal errors, which must keep
	 * neither permits nor connections.
	 */
	private static void disturb(ParticipantClient client, int participant) {
		ParticipantIdentifier identity = ParticipantIdentifier.identity(SoakedSimulator.identity(participant));
		if (participant % 100 == 0) {
			client.conversationPage(identity, PAGING)
				.doOnNext((page) -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50)))
				.subscribe((page) -> {
				}, (failure) -> {
				});
		}
		if (participant % 100 == 1) {
			client.conversationPage(identity, PAGING).subscribe((page) -> {
				throw new NoClassDefFoundError("thrown by a consumer");
			}, (failure) -> {
			});
		}
	}

	/**
	 * Goes on where it broke off.
	 */
	private Flux<String> read(Function<Paging, Flux<String>> list, Paging paging) {
		return list.apply(paging).onErrorResume(TwilioException.class, (failure) -> {
			this.resumed.incrementAndGet();
			return read(list, PAGING.startingAt(failure.resumeCursor()));
		});
	}

	private boolean isQuiet(Gauges gauges) {
		return gauges.active() == 0 && gauges.waiting() == 0 && this.pool.inUse() == 0;
	}

	private static long usedHeap() {
		return IntStream.range(0, 4).mapToLong((round) -> {
			System.gc();
			return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
		}).min().orElseThrow();
	}

}
