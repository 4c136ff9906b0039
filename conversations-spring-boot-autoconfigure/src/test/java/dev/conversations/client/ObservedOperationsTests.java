package dev.conversations.client;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each operation of each client is observed by its own name, and nothing personal is.
 */
class ObservedOperationsTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final String SECRET = "mark +375255555555";

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final Queue<String> names = new ConcurrentLinkedQueue<>();

	private final Queue<String> seen = new ConcurrentLinkedQueue<>();

	private void observeAll(RecordingServer server) {
		this.registry.observationConfig().observationHandler(new Collector());
		TwilioConversations twilio = TwilioTransport
			.create(WebClient.builder(),
					server.settings().withRetry(RecordingServer.attempts(2)).withObservation(this.registry, null))
			.conversations(TestClients.CREDENTIALS);
		Stream.concat(operations(twilio.participants()), operations(twilio.conversations()))
			.forEach((operation) -> Flux.from(operation).materialize().blockLast(LIMIT));
	}

	@Test
	void operationIsObservedByTheNameOfItsMethod() {
		try (RecordingServer server = RecordingServer.answering(404, "{}")) {
			observeAll(server);
		}
		assertThat(this.names).containsOnlyOnceElementsOf(methods("participants", ParticipantClient.class))
			.containsOnlyOnceElementsOf(methods("conversations", ConversationClient.class))
			.hasSize(Operation.values().length);
	}

	private static Set<String> methods(String resource, Class<?> client) {
		return Arrays.stream(client.getMethods())
			.filter((method) -> Publisher.class.isAssignableFrom(method.getReturnType()))
			.map((method) -> resource + "." + method.getName())
			.collect(Collectors.toSet());
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 307, 404, 409, 429, 500 })
	void nothingPersonalIsObserved(int status) {
		try (RecordingServer server = RecordingServer.answering((request, response) -> response.status(status)
			.header("Location", request.uri())
			.sendString(Mono.just("{\"message\":\"" + SECRET + " " + request.uri() + "\"}")))) {
			observeAll(server);
		}
		assertNothingPersonalIsSeen();
	}

	@Test
	void nothingPersonalIsObservedOfRequestsWithoutAnswer() {
		RecordingServer server = RecordingServer.answering(200, "");
		server.close();
		observeAll(server);
		assertThat(this.seen).anyMatch((line) -> line.contains("WebClientRequestException"));
		assertNothingPersonalIsSeen();
	}

	private void assertNothingPersonalIsSeen() {
		assertThat(this.seen).hasSizeGreaterThanOrEqualTo(2 * Operation.values().length);
		assertThat(String.join("\n", this.seen)).doesNotContain("mark", "375255555555", "password-4711", "Basic ");
	}

	private static Stream<Publisher<?>> operations(ParticipantClient client) {
		return Stream.of(client.create(SECRET, NewParticipant.chat(SECRET)),
				client.createIfAbsent(SECRET, NewParticipant.messaging(SECRET, SECRET + 2)),
				client.fetch(SECRET, SECRET),
				client.update(SECRET, SECRET, ParticipantUpdate.create().withAttributes("\"mark\"")),
				client.delete(SECRET, SECRET), client.list(SECRET), client.listPages(SECRET, Paging.defaults()),
				client.page(SECRET, Paging.defaults()),
				client.listConversations(ParticipantIdentifier.identity(SECRET)),
				client.listConversationPages(ParticipantIdentifier.address(SECRET), Paging.defaults()),
				client.conversationPage(ParticipantIdentifier.address(SECRET), Paging.defaults()));
	}

	private static Stream<Publisher<?>> operations(ConversationClient client) {
		NewConversation conversation = NewConversation.create().withUniqueName(SECRET).withEmailBinding(SECRET, SECRET);
		ConversationFilter filter = ConversationFilter.all().withState(new ConversationState(SECRET));
		return Stream.of(client.create(conversation),
				client.createWithParticipants(conversation, List.of(NewParticipant.messaging(SECRET, SECRET + 2))),
				client.awaitInitialized(SECRET), client.fetch(SECRET),
				client.update(SECRET, ConversationUpdate.create().withFriendlyName(SECRET)), client.delete(SECRET),
				client.list(filter), client.listPages(filter, Paging.defaults()),
				client.page(filter, Paging.defaults()));
	}

	/**
	 * Writes down all that a handler is given.
	 */
	private final class Collector implements ObservationHandler<Observation.Context> {

		@Override
		public void onEvent(Observation.Event event, Observation.Context context) {
			ObservedOperationsTests.this.seen.add("event " + event);
		}

		@Override
		public void onStop(Observation.Context context) {
			if (context instanceof ConversationsObservationContext) {
				ObservedOperationsTests.this.names.add(context.getLowCardinalityKeyValue("resource").getValue() + "."
						+ context.getLowCardinalityKeyValue("operation").getValue());
			}
			StringWriter line = new StringWriter().append(context.getName())
				.append(" " + context.getContextualName())
				.append(" " + context.getAllKeyValues().stream().toList());
			if (context.getError() != null) {
				context.getError().printStackTrace(new PrintWriter(line));
			}
			ObservedOperationsTests.this.seen.add(line.toString());
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
