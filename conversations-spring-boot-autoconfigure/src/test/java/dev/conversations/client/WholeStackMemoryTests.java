package dev.conversations.client;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What it costs to read pages of 50 records through the whole client, from the socket to
 * the subscriber. The bytes that its threads allocate are counted, as they are about the
 * same in each run.
 */
class WholeStackMemoryTests {

	private static final int PAGES = 20;

	private static final int RECORDS = 50;

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final LoopResources serverLoops = LoopResources.create("pages-of-server", 1, true);

	private final LoopResources clientLoops = LoopResources.create("pages-of-client", 1, true);

	private final byte[][] answers = new byte[PAGES][];

	private final DisposableServer server = HttpServer.create()
		.runOn(this.serverLoops)
		.host("127.0.0.1")
		.port(0)
		.handle((request, response) -> response.header("Content-Type", "application/json")
			.sendByteArray(Mono.just(this.answers[page(request.uri())])))
		.bindNow();

	@AfterEach
	void close() {
		this.server.disposeNow();
		this.clientLoops.disposeLater().block(LIMIT);
		this.serverLoops.disposeLater().block(LIMIT);
	}

	private static int page(String uri) {
		int start = uri.indexOf("&Page=");
		return (start != -1) ? Integer.parseInt(uri.substring(start + "&Page=".length())) : 0;
	}

	private byte[] answer(int page) {
		String next = (page + 1 < PAGES)
				? "\"/v1/ParticipantConversations?Identity=ada&PageSize=50&Page=" + (page + 1) + "\"" : "null";
		String records = (RecordsOfPages.CONVERSATION + ",").repeat(RECORDS - 1) + RecordsOfPages.CONVERSATION;
		return ("{\"conversations\":[" + records.formatted(1, "{}") + "],\"meta\":{\"next_page_url\":" + next + "}}")
			.getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void recordTakesFewBytes() {
		Arrays.setAll(this.answers, this::answer);
		WebClient.Builder builder = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(HttpClient.create().runOn(this.clientLoops)));
		try (TwilioTransport transport = TwilioTransport.create(builder,
				TransportSettings.of(URI.create("http://127.0.0.1:" + this.server.port())))) {
			ParticipantClient client = transport.conversations(TestClients.CREDENTIALS).participants();
			bytes(client, 50);
			assertThat(bytes(client, 50)).as("measured: 1,885").isLessThan(2_500);
		}
	}

	private static long bytes(ParticipantClient client, int lists) {
		long before = allocated();
		long records = Flux.range(0, lists)
			.concatMap((list) -> client.listConversations(ParticipantIdentifier.identity("ada")).count())
			.reduce(0L, Long::sum)
			.blockOptional(LIMIT)
			.orElseThrow();
		assertThat(records).isEqualTo((long) lists * PAGES * RECORDS);
		return (allocated() - before) / records;
	}

	/**
	 * What the threads of the client have allocated.
	 */
	private static long allocated() {
		return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
			.filter(Objects::nonNull)
			.filter((thread) -> thread.getThreadName().startsWith("pages-of-client")
					|| thread.getThreadName().startsWith("boundedElastic"))
			.mapToLong(ThreadInfo::getThreadId)
			.map(THREADS::getThreadAllocatedBytes)
			.sum();
	}

}
