package dev.conversations.client;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationView;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.micrometer.observation.transport.RequestReplySenderContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Operations and requests are observed.
 */
class ObservationTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final String CONVERSATION = "CH" + "0".repeat(32);

	private static final String LIST = "/v1/Conversations/{ConversationSid}/Participants";

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final Queue<String> seen = new ConcurrentLinkedQueue<>();

	private ParticipantClient client(RecordingServer server, int maxAttempts) {
		return TestClients.create(WebClient.builder(),
				server.settings()
					.withRetry(RecordingServer.attempts(maxAttempts))
					.withObservation(this.registry, null));
	}

	private static RecordingServer answering(Integer... statuses) {
		Deque<Integer> left = new ArrayDeque<>(Arrays.asList(statuses));
		return RecordingServer.answering((request, response) -> response.status(left.remove())
			.sendString(Mono.just(request.uri().contains("Page=1") ? page("null")
					: page("\"/v1/Conversations/" + CONVERSATION + "/Participants?PageSize=100&Page=1\""))));
	}

	private static String page(String next) {
		return "{\"code\":20404,\"participants\":[{\"sid\":\"MB1\"}],\"meta\":{\"next_page_url\":" + next + "}}";
	}

	@Test
	void oneObservationWrapsAllAttemptsAndPages() {
		try (RecordingServer server = answering(200, 503, 200)) {
			client(server, 4).list(CONVERSATION).blockLast(LIMIT);
			TestObservationRegistryAssert.assertThat(this.registry)
				.hasNumberOfObservationsWithNameEqualTo("twilio.conversations", 1)
				.hasNumberOfObservationsWithNameEqualTo("http.client.requests", 3)
				.hasObservationWithNameEqualTo("twilio.conversations")
				.that()
				.hasLowCardinalityKeyValue("operation", "list")
				.hasLowCardinalityKeyValue("outcome", "SUCCESS")
				.hasLowCardinalityKeyValue("code", "none")
				.hasBeenStopped();
		}
	}

	@Test
	void requestsAreChildrenAndCarryTheTemplateOnEveryPage() {
		this.registry.observationConfig().observationHandler(new Collector());
		try (RecordingServer server = answering(200, 200)) {
			client(server, 1).list(CONVERSATION).blockLast(LIMIT);
			assertThat(this.seen).filteredOn((line) -> line.startsWith("http.client.requests"))
				.hasSize(2)
				.allSatisfy((line) -> assertThat(line).contains("parent=twilio.conversations", "uri=" + LIST + ")",
						"http.url=" + LIST + ")"));
		}
	}

	@Test
	void errorTellsTwiliosCode() {
		try (RecordingServer server = answering(404)) {
			assertThat(catchThrowable(() -> client(server, 1).fetch(CONVERSATION, "ada").block(LIMIT))).isNotNull();
			TestObservationRegistryAssert.assertThat(this.registry)
				.hasObservationWithNameEqualTo("twilio.conversations")
				.that()
				.hasLowCardinalityKeyValue("operation", "fetch")
				.hasLowCardinalityKeyValue("outcome", "ERROR")
				.hasLowCardinalityKeyValue("code", "20404")
				.hasError();
		}
	}

	@Test
	void cancelIsAnOutcome() {
		try (RecordingServer server = answering(200, 200)) {
			StepVerifier.create(client(server, 1).list(CONVERSATION), 1).expectNextCount(1).thenCancel().verify(LIMIT);
			TestObservationRegistryAssert.assertThat(this.registry)
				.hasObservationWithNameEqualTo("twilio.conversations")
				.that()
				.hasLowCardinalityKeyValue("outcome", "CANCELLED")
				.hasBeenStopped();
		}
	}

	@Test
	void createIfAbsentIsOneOperation() {
		try (RecordingServer server = answering(409, 200)) {
			client(server, 1).createIfAbsent(CONVERSATION, NewParticipant.chat("ada")).block(LIMIT);
			TestObservationRegistryAssert.assertThat(this.registry)
				.hasNumberOfObservationsWithNameEqualTo("twilio.conversations", 1)
				.hasNumberOfObservationsWithNameEqualTo("http.client.requests", 2);
		}
	}

	@Test
	void observationOfTheSubscriberIsTheParent() {
		this.registry.observationConfig().observationHandler(new Collector());
		try (RecordingServer server = answering(404)) {
			Observation parent = Observation.start("the.parent", this.registry);
			Mono<Participant> fetch = client(server, 1).fetch(CONVERSATION, "ada")
				.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, parent));
			assertThat(catchThrowable(() -> fetch.block(LIMIT))).isNotNull();
			assertThat(this.seen).anyMatch((line) -> line.startsWith("twilio.conversations parent=the.parent"));
		}
	}

	/**
	 * The context of the subscriber reaches each request.
	 */
	@Test
	void traceContextTravelsWithEveryPageAndRetry() {
		this.registry.observationConfig().observationHandler(new Propagator());
		try (RecordingServer server = answering(200, 503, 200)) {
			Observation parent = Observation.start("the.parent", this.registry);
			client(server, 4).list(CONVERSATION)
				.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, parent))
				.blockLast(LIMIT);
			assertThat(server.received()).extracting((received) -> received.headers().get("traceparent"))
				.hasSize(3)
				.containsOnly("http.client.requests in twilio.conversations in the.parent");
			assertThat(server.received()).extracting((received) -> received.target().contains("Page=1"))
				.containsExactly(false, true, true);
		}
	}

	@Test
	void operationsAreTimed() {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		this.registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
		try (RecordingServer server = answering(200)) {
			client(server, 4).delete(CONVERSATION, "MB1").block(LIMIT);
			assertThat(meters.get("twilio.conversations")
				.tags("client", "default", "resource", "participants", "operation", "delete", "outcome", "SUCCESS",
						"code", "none")
				.timer()
				.count()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "20404, 20404", "50433, 50433", "20405, other", "-1, other", "null, none" })
	void codeIsOneThatIsKnown(String code, String observed) {
		try (RecordingServer server = RecordingServer.answering(400, "{\"code\":" + code + "}")) {
			client(server, 1).fetch(CONVERSATION, "ada").onErrorComplete().block(LIMIT);
			TestObservationRegistryAssert.assertThat(this.registry)
				.hasObservationWithNameEqualTo("twilio.conversations")
				.that()
				.hasLowCardinalityKeyValue("code", observed);
		}
	}

	/**
	 * Writes down all that a handler is given.
	 */
	private final class Collector implements ObservationHandler<Observation.Context> {

		@Override
		public void onEvent(Observation.Event event, Observation.Context context) {
			ObservationTests.this.seen.add("event " + event);
		}

		@Override
		public void onStop(Observation.Context context) {
			String parent = (context.getParentObservation() != null)
					? context.getParentObservation().getContextView().getName() : "none";
			StringWriter line = new StringWriter().append(context.getName())
				.append(" parent=" + parent)
				.append(" " + context.getContextualName())
				.append(" " + context.getAllKeyValues().stream().toList());
			if (context.getError() != null) {
				context.getError().printStackTrace(new PrintWriter(line));
			}
			ObservationTests.this.seen.add(line.toString());
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

	/**
	 * Sends along what the request belongs to, as tracing does.
	 */
	private static final class Propagator implements ObservationHandler<RequestReplySenderContext<Object, Object>> {

		@Override
		public void onStart(RequestReplySenderContext<Object, Object> context) {
			context.getSetter().set(context.getCarrier(), "traceparent", lineage(context));
		}

		private static String lineage(Observation.ContextView context) {
			ObservationView parent = context.getParentObservation();
			return (parent != null) ? context.getName() + " in " + lineage(parent.getContextView()) : context.getName();
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof RequestReplySenderContext;
		}

	}

}
