package dev.conversations.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;

import dev.conversations.client.BasicCredentials;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantClientFactory;
import dev.conversations.client.ParticipantClientSettings;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.TwilioCredentials;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Program that subscribes to the lists of 10,000 participants at once, with 50
 * connections and 20 ms a page. None may fail, and the time may exceed requests × latency
 * ÷ connections by 15 % at the most; otherwise the program ends with status 1.
 *
 * @since 0.1.0
 */
public final class LoadBenchmark {

	private static final int PARTICIPANTS = 10_000;

	private static final int CONNECTIONS = 50;

	private static final int DELAY = 20;

	private static final double LIMIT = 1.15;

	private static final int WARM_UPS = 3;

	private static final int RUNS = 3;

	private final ParticipantClient warmUp;

	private final ParticipantClient client;

	private LoadBenchmark(ServerProcess server) {
		ConnectionProvider connections = ConnectionProvider.builder("load")
			.maxConnections(CONNECTIONS)
			.pendingAcquireMaxCount(-1)
			.build();
		this.warmUp = client(server.url(0), connections);
		this.client = client(server.url(DELAY), connections);
	}

	private static ParticipantClient client(URI baseUrl, ConnectionProvider connections) {
		TwilioCredentials credentials = new BasicCredentials("ACbenchmark", "none", null);
		WebClient.Builder builder = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(HttpClient.create(connections)));
		return ParticipantClientFactory.create(builder,
				ParticipantClientSettings.of(baseUrl, () -> credentials).withMaxConcurrentRequests(CONNECTIONS));
	}

	/**
	 * Measures and prints.
	 * @param args none
	 * @throws IOException if the server cannot be started
	 */
	public static void main(String[] args) throws IOException {
		try (ServerProcess server = ServerProcess.start()) {
			boolean passed = new LoadBenchmark(server).run();
			if (!passed) {
				System.exit(1);
			}
		}
	}

	private boolean run() {
		for (int i = 0; i < WARM_UPS; i++) {
			subscribeAtOnce(this.warmUp);
		}
		// Has the server make its answers, which takes longer than to send them
		subscribeAtOnce(this.client);
		long failed = 0;
		double[] times = new double[RUNS];
		for (int i = 0; i < RUNS; i++) {
			long start = System.nanoTime();
			failed += subscribeAtOnce(this.client);
			times[i] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(times);
		double millis = times[RUNS / 2];
		double ideal = (double) PARTICIPANTS * DELAY / CONNECTIONS;
		System.out.printf(
				"%,d participants at once, %d connections, %d ms a page: %d failed; median of %d runs %,.0f ms, %.2f × ideal%n",
				PARTICIPANTS, CONNECTIONS, DELAY, failed, RUNS, millis, millis / ideal);
		return failed == 0 && millis <= LIMIT * ideal;
	}

	/**
	 * Reads one page of each list.
	 * @return how many failed
	 */
	private static long subscribeAtOnce(ParticipantClient client) {
		Paging onePage = Paging.defaults().withLimit(PageServer.PAGE_SIZE);
		Long failed = Flux.range(0, PARTICIPANTS)
			.flatMap((participant) -> client
				.listConversations(ParticipantIdentifier.identity("participant-" + participant), onePage)
				.count()
				.map((records) -> records == PageServer.PAGE_SIZE)
				.onErrorResume((failure) -> Mono.just(false)), PARTICIPANTS)
			.filter((complete) -> !complete)
			.count()
			.block(Duration.ofMinutes(5));
		return (failed != null) ? failed : PARTICIPANTS;
	}

}
