package dev.conversations.client;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.IntFunction;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What it costs that 10,000 requests wait. Bytes are counted, as they are about the same
 * in each run.
 */
class WaitingMemoryTests {

	private static final int WAITING = 10_000;

	private static final Duration LONG = Duration.ofDays(1);

	private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static TwilioTransport transport(ExchangeFunction exchange) {
		return TwilioTransport.create(WebClient.builder().exchangeFunction(exchange),
				TransportSettings.of(URI.create("http://127.0.0.1"))
					.withLimits(LimitSettings.defaults().withConcurrency(100, 1))
					.withRetry(new RetrySettings(2, LONG, LONG, LONG)));
	}

	/**
	 * How many bytes each of the operations allocates until it waits.
	 */
	private static long bytes(int operations, IntFunction<Mono<?>> operation) {
		Disposable.Composite running = Disposables.composite();
		long before = THREAD.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < operations; i++) {
			running.add(operation.apply(i).subscribe());
		}
		long bytes = (THREAD.getCurrentThreadAllocatedBytes() - before) / operations;
		running.dispose();
		return bytes;
	}

	@Test
	void listThatWaitsForAPermitTakesFewKilobytes() {
		TwilioTransport transport = transport((request) -> Mono.never());
		ParticipantClient client = transport.conversations(TestClients.CREDENTIALS).participants();
		IntFunction<Mono<?>> list = (index) -> client.listConversations(ParticipantIdentifier.identity("user-" + index))
			.then();
		bytes(100, list);
		assertThat(bytes(WAITING, list)).as("measured: 4,200, of which 2,600 stay").isLessThan(8_000);
		assertThat(transport.http().accounts().get("ACuser").gate())
			.extracting(RequestGate::waiting, RequestGate::inUse)
			.containsExactly(0, 0);
	}

	@Test
	void backoffTakesTheSameHoweverManyThereAre() {
		TwilioTransport transport = transport(
				(request) -> Mono.just(ClientResponse.create(HttpStatus.SERVICE_UNAVAILABLE).build()));
		ParticipantClient client = transport.conversations(TestClients.CREDENTIALS).participants();
		IntFunction<Mono<?>> fetch = (index) -> client.fetch("CH", "user-" + index);
		bytes(100, fetch);
		long few = bytes(WAITING / 10, fetch);
		assertThat(bytes(WAITING, fetch)).isLessThan(2 * few);
		assertThat(transport).extracting("http.closed.listeners").isEqualTo(Set.of());
	}

}
