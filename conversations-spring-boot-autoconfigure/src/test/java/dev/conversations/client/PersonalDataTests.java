package dev.conversations.client;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SignalType;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Personal data stays out of messages, stack traces and {@code toString}.
 */
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final String MARK = "mark";

	private static final String SECRET = MARK + " +375255555555@x.example/ü";

	@Test
	void errorWhenAttributesAreAsLongAsTheyMayBeHidesThem() {
		String attributes = "\"" + MARK.repeat(1023) + "\"";
		try (RecordingServer server = RecordingServer.answering(400, "{\"message\":\"bad\"}")) {
			Throwable failure = catchThrowable(() -> server.client()
				.create("CH", NewParticipant.chat("ada").withAttributes(attributes))
				.block(LIMIT));
			assertThat(failure).isInstanceOf(TwilioApiException.class).hasMessageEndingWith(": 400: bad");
		}
	}

	private static Stream<Publisher<?>> operations(ParticipantClient client) {
		return Stream.concat(operationsWithAnAnswer(client), Stream.of(client.delete(SECRET, SECRET)));
	}

	private static Stream<Publisher<?>> operationsWithAnAnswer(ParticipantClient client) {
		NewParticipant created = NewParticipant.messaging(SECRET, SECRET + "2").withAttributes("{\"a\":\"mark\"}");
		ParticipantUpdate update = ParticipantUpdate.create().withIdentity(SECRET).withAttributes("\"mark\"");
		return Stream.of(client.create(SECRET, created), client.createIfAbsent(SECRET, created),
				client.fetch(SECRET, SECRET), client.update(SECRET, SECRET, update), client.list(SECRET),
				client.listPages(SECRET, Paging.defaults()),
				client.listConversations(ParticipantIdentifier.identity(SECRET)),
				client.listConversationPages(ParticipantIdentifier.address(SECRET), Paging.defaults()));
	}

	@ParameterizedTest
	@ValueSource(ints = { 307, 400, 401, 404, 409, 429, 500, 503 })
	void errorsOfEveryOperationHideWhatTheServerRepeats(int status) {
		try (RecordingServer server = RecordingServer.answering((request, response) -> response.status(status)
			.header("Content-Type", "application/json")
			.header("Location", request.uri())
			.header("X-Echo", MARK)
			.sendString(Flux.just("{\"code\":50416,\"message\":\"No " + request.uri() + " and " + SECRET
					+ "\", \"participants\": 5, \"conversations\": 5")))) {
			operations(server.client()).forEach(PersonalDataTests::assertHidden);
		}
	}

	@Test
	void errorsWithoutAnAnswerHideTheRequest() {
		RecordingServer server = RecordingServer.answering(200, "");
		server.close();
		operations(server.client()).forEach(PersonalDataTests::assertHidden);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "mark", "{\"mark\":", "{\"date_created\":\"mark\",\"participants\":[\"mark\"]}" })
	void errorsOfUnreadableAnswersHideThem(String body) {
		try (RecordingServer server = RecordingServer.answering(200, body)) {
			operationsWithAnAnswer(server.client()).forEach(PersonalDataTests::assertHidden);
		}
	}

	/**
	 * What others log of the library's errors is looked through, too.
	 */
	@Test
	void logsOfTheLibraryAtEveryLevelShowNothing(CapturedOutput output) {
		LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
		loggers.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
		loggers.getLogger("dev.conversations").setLevel(Level.TRACE);
		try (RecordingServer server = RecordingServer.answering(500, "{\"message\":\"" + SECRET + "\"}")) {
			operations(server.client()).forEach((operation) -> Flux.from(operation)
				.log("dev.conversations.test", java.util.logging.Level.FINE, SignalType.ON_ERROR)
				.materialize()
				.blockLast(LIMIT));
		}
		assertThat(output.getAll()).contains("dev.conversations.test", "500")
			.doesNotContain(MARK, "375255555555", "password-4711", "Basic ");
	}

	private static void assertHidden(Publisher<?> operation) {
		Throwable failure = catchThrowable(() -> Flux.from(operation).blockLast(LIMIT));
		assertThat(failure).isInstanceOf(TwilioException.class);
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		assertThat(trace.toString()).doesNotContain(MARK, "375255555555", "password-4711", "Basic ");
	}

	@ParameterizedTest
	@MethodSource("values")
	void toStringShowsNothingPersonal(Object value) {
		assertThat(value.toString()).doesNotContain(MARK).doesNotContain("375255555555");
	}

	/**
	 * Whatever an application can hold of the client, less the errors and what makes
	 * them.
	 */
	@Test
	void everyPublicTypeIsLookedAt() {
		Set<Class<?>> known = values().map(Object::getClass).collect(Collectors.toSet());
		assertThat(new ClassFileImporter(List.of(new DoNotIncludeTests())).importPackages("dev.conversations.client"))
			.filteredOn(
					(type) -> isPublic(type) && type.getEnclosingClass().map(PersonalDataTests::isPublic).orElse(true))
			.filteredOn((type) -> !type.isInterface() && !type.isAssignableTo(Throwable.class)
					&& !type.isEquivalentTo(StubErrors.class))
			.map(JavaClass::reflect)
			.isSubsetOf(known)
			.hasSizeGreaterThan(10);
	}

	private static boolean isPublic(JavaClass type) {
		return type.getModifiers().contains(JavaModifier.PUBLIC);
	}

	static Stream<Object> values() {
		return Stream.concat(resources(), settings());
	}

	private static Stream<Object> resources() {
		Instant date = Instant.EPOCH;
		MessagingBinding binding = new MessagingBinding("sms", SECRET, SECRET, SECRET, SECRET, SECRET);
		EmailBinding email = new EmailBinding(SECRET, SECRET);
		ConversationBindings bindings = new ConversationBindings(email);
		PageCursor cursor = new PageCursor("Identity=mark", 1, MARK);
		Participant participant = new Participant("MB1", "AC1", "IS1", "CH1", SECRET, SECRET, binding, "RL1", date,
				date, SECRET, 1, SECRET);
		return Stream.of(binding, email, bindings, ParticipantIdentifier.identity(SECRET),
				ParticipantIdentifier.address(SECRET), participant, cursor, Paging.defaults().startingAt(cursor),
				new Page<>(List.of(participant), cursor, cursor),
				new ParticipantConversation("AC1", "IS1", "MB1", "US1", SECRET, binding, "CH1", SECRET, SECRET, SECRET,
						date, date, SECRET, ConversationState.ACTIVE, new ConversationTimers(date, date),
						Map.of("participant", SECRET)),
				NewParticipant.chat(SECRET).withAttributes("\"mark\""), NewParticipant.messaging(SECRET, SECRET + 2),
				new Conversation("CH1", "AC1", "IS1", "MG1", SECRET, SECRET, SECRET, ConversationState.ACTIVE, date,
						date, new ConversationTimers(date, date), bindings, SECRET, Map.of("self", SECRET)),
				NewConversation.create()
					.withFriendlyName(SECRET)
					.withUniqueName(SECRET)
					.withEmailBinding(SECRET, SECRET),
				ConversationUpdate.create().withUniqueName(SECRET).withAttributes("\"mark\""),
				ConversationFilter.all().withState(ConversationState.ACTIVE),
				ParticipantUpdate.create().withIdentity(SECRET).withProxyAddress(SECRET), ConversationState.ACTIVE,
				new ConversationTimers(date, date));
	}

	private static Stream<Object> settings() {
		TransportSettings settings = TransportSettings.of(URI.create("http://localhost"));
		TwilioTransport transport = TwilioTransport.create(WebClient.builder(), settings);
		return Stream.of(new BasicCredentials(MARK, SECRET, MARK),
				new OAuthCredentials(MARK, SECRET, URI.create("http://localhost/mark"), MARK), settings,
				RetrySettings.defaults(), new ConversationsObservationContext("client", "participants", "fetch"),
				ConversationsObservationContext.Outcome.SUCCESS, ConversationsObservationDocumentation.OPERATION,
				ConversationsObservationKeyName.CLIENT, new DefaultConversationsObservationConvention(),
				settings.limits(), settings.paging(), transport, new TwilioTransportMetrics(transport));
	}

}
