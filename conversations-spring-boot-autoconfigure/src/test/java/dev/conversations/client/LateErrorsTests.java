package dev.conversations.client;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What fails after it was cancelled is no error that anybody waits for, so that Reactor
 * is not left to log it.
 */
class LateErrorsTests {

	private static final String CONVERSATION = "CH" + "0".repeat(32);

	private final Throwable late = new IllegalStateException("late");

	private final List<Throwable> dropped = new CopyOnWriteArrayList<>();

	private final AtomicReference<Subscriber<? super ClientResponse>> exchange = new AtomicReference<>();

	private Runnable atCredentials = () -> {
	};

	@BeforeEach
	void collectDroppedErrors() {
		Hooks.onErrorDropped(this.dropped::add);
	}

	@AfterEach
	void resetHook() {
		Hooks.resetOnErrorDropped();
	}

	private ParticipantClient client() {
		return TestClients.create(WebClient.builder().exchangeFunction(this::answer),
				TransportSettings.of(URI.create("http://localhost")), this::credentials);
	}

	private TwilioCredentials credentials() {
		this.atCredentials.run();
		return new BasicCredentials("AC1", "p", null);
	}

	/**
	 * An exchange whose cancellation is noticed too late.
	 */
	private Mono<ClientResponse> answer(ClientRequest request) {
		return Mono.fromDirect((subscriber) -> {
			subscriber.onSubscribe(Operators.emptySubscription());
			this.exchange.set(subscriber);
		});
	}

	private static Stream<Publisher<?>> operations(ParticipantClient client) {
		NewParticipant created = NewParticipant.chat("ada");
		return Stream.of(client.create(CONVERSATION, created), client.createIfAbsent(CONVERSATION, created),
				client.fetch(CONVERSATION, "ada"), client.update(CONVERSATION, "MB1", ParticipantUpdate.create()),
				client.delete(CONVERSATION, "MB1"), client.list(CONVERSATION),
				client.listPages(CONVERSATION, Paging.defaults()));
	}

	@Test
	void errorOfTheExchangeAfterCancelIsNotLogged() {
		ParticipantClient client = client();
		operations(client).forEach((operation) -> {
			Flux.from(operation).subscribe().dispose();
			this.exchange.get().onError(this.late);
		});
		assertThat(this.dropped).doesNotContain(this.late);
	}

	/**
	 * The cursor of an error is made with the owner of the credentials, which this test
	 * uses to cancel just before the error is emitted.
	 */
	@Test
	void errorOfAPageAfterCancelIsNotLogged() {
		Disposable reader = client().list(CONVERSATION).subscribe();
		this.atCredentials = reader::dispose;
		this.exchange.get().onNext(ClientResponse.create(HttpStatus.OK).body("{").build());
		assertThat(this.dropped).noneMatch(TwilioException.class::isInstance);
	}

	@Test
	void hookOfTheSubscriberIsLeftAlone() {
		List<Throwable> seen = new CopyOnWriteArrayList<>();
		Consumer<Throwable> hook = seen::add;
		client().fetch(CONVERSATION, "ada")
			.contextWrite(Context.of("reactor.onErrorDropped.local", hook))
			.subscribe()
			.dispose();
		this.exchange.get().onError(this.late);
		assertThat(seen).containsExactly(this.late);
	}

}
