package dev.conversations.docs.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.conversations.client.ParticipantConversation;
import dev.conversations.docs.pictures.StreamEvent.Kind;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Records what happens in a stream. It exchanges requests on the calling thread and hands
 * their answers on after a time of the scheduler, so that only the scheduler's time
 * passes.
 */
final class StreamRecorder implements ExchangeFunction {

	private static final Duration LATENCY = Duration.ofMillis(250);

	private final Scheduler clock;

	private final long start;

	private final List<StreamEvent> events = new ArrayList<>();

	private final HttpClient http = HttpClient.newHttpClient();

	StreamRecorder(Scheduler clock) {
		this.clock = clock;
		this.start = clock.now(TimeUnit.MILLISECONDS);
	}

	Flux<ParticipantConversation> watch(Flux<ParticipantConversation> records) {
		return records.doOnRequest((n) -> add(Kind.DEMAND, n))
			.doOnNext((record) -> add(Kind.RECORD, count(Kind.RECORD) + 1));
	}

	@Override
	public Mono<ClientResponse> exchange(ClientRequest request) {
		return Mono.defer(() -> {
			long page = count(Kind.REQUEST) + 1;
			add(Kind.REQUEST, page);
			return Mono.just(answer(request))
				.delayElement(LATENCY, this.clock)
				.doOnNext((answer) -> add(Kind.PAGE, page));
		});
	}

	private ClientResponse answer(ClientRequest request) {
		HttpRequest.Builder builder = HttpRequest.newBuilder(request.url());
		builder.header(HttpHeaders.AUTHORIZATION, request.headers().getFirst(HttpHeaders.AUTHORIZATION));
		HttpResponse<String> response = send(builder.build());
		return ClientResponse.create(HttpStatusCode.valueOf(response.statusCode()))
			.headers((headers) -> headers.setContentType(MediaType.APPLICATION_JSON))
			.body(response.body())
			.build();
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private long count(Kind kind) {
		return this.events.stream().filter((event) -> event.kind() == kind).count();
	}

	private void add(Kind kind, long number) {
		this.events.add(new StreamEvent(this.clock.now(TimeUnit.MILLISECONDS) - this.start, kind, number));
	}

	List<StreamEvent> events() {
		return List.copyOf(this.events);
	}

}
