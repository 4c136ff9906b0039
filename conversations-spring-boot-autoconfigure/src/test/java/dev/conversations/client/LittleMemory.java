package dev.conversations.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Program that reads a list whose second page does not fit into the memory, prints what
 * it had, and goes on from the cursor of the error to a page that does.
 *
 * @since 0.1.0
 */
public final class LittleMemory {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final int ATTRIBUTES = 1 << 20;

	/**
	 * So many that their attributes take more than the memory of the JVM.
	 */
	private static final int RECORDS = 60;

	private final AtomicLong requests = new AtomicLong();

	private LittleMemory() {
	}

	/**
	 * Reads the list.
	 * @param args none
	 */
	public static void main(String[] args) {
		try (RecordingServer server = RecordingServer.answering(new LittleMemory()::answer)) {
			LimitSettings limits = LimitSettings.defaults().withMaxInMemorySize(2 * RECORDS * ATTRIBUTES);
			ParticipantClient client = TestClients.create(WebClient.builder(), server.settings().withLimits(limits));
			TwilioException failure = read(client, Paging.defaults());
			System.out.print(failure.getMessage() + ", then ");
			read(client, Paging.defaults().startingAt(failure.resumeCursor()));
		}
	}

	private static TwilioException read(ParticipantClient client, Paging paging) {
		AtomicLong count = new AtomicLong();
		TwilioException failure = client.list("CH", paging)
			.doOnNext((participant) -> count.incrementAndGet())
			.then()
			.cast(TwilioException.class)
			.onErrorResume(TwilioException.class, Mono::just)
			.block(LIMIT);
		System.out.print(count + " record" + ((failure != null) ? ", then " : ""));
		return failure;
	}

	private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		boolean large = this.requests.incrementAndGet() == 2;
		Flux<String> records = large ? Flux.range(0, RECORDS).concatMap((index) -> record()) : Flux.empty();
		String next = request.uri().endsWith("?Page=1") ? "" : ",\"meta\":{\"next_page_url\":\"?Page=1\"}";
		return response
			.sendString(Flux.concat(Flux.just("{\"participants\":["), records, Flux.just("{}]" + next + "}")));
	}

	private static Flux<String> record() {
		String part = "a".repeat(1 << 16);
		return Flux.concat(Flux.just("{\"attributes\":\""), Flux.just(part).repeat(ATTRIBUTES / part.length() - 1L),
				Flux.just("\"},"));
	}

}
