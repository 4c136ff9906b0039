package dev.conversations.client;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What breaks a rule for conversations is refused at once, by a message that names the
 * argument and the rule and not the value.
 */
class ConversationArgumentsTests {

	private static final String CH = "CH" + "0".repeat(32);

	private static final NewConversation NEW = NewConversation.create();

	private static final ConversationUpdate UPDATE = ConversationUpdate.create();

	private static final ConversationFilter ALL = ConversationFilter.all();

	private static final ConversationClient CLIENT = TestClients.conversations(WebClient.builder(),
			TransportSettings.of(URI.create("http://localhost:1")));

	static Stream<Arguments> refusals() {
		return Stream.of(operations(), names(), timers(), others(), filters()).flatMap((stream) -> stream);
	}

	private static Stream<Arguments> operations() {
		return Stream.of(refusal("'conversation' must not be null", () -> CLIENT.create(null)),
				refusal("'conversation' must not be null",
						() -> CLIENT.createWithParticipants(null, Set.of(NewParticipant.chat("a")))),
				refusal("'conversation' must not be blank", () -> CLIENT.fetch(" ")),
				refusal("'conversation' must not be null", () -> CLIENT.awaitInitialized(null)),
				refusal("'conversation' must not be '.' or '..'", () -> CLIENT.delete("..")),
				refusal("'conversation' must not be blank", () -> CLIENT.update("", UPDATE)),
				refusal("'update' must not be null", () -> CLIENT.update(CH, null)),
				refusal("'filter' must not be null", () -> CLIENT.list(null)),
				refusal("'filter' must not be null", () -> CLIENT.page(null, Paging.defaults())),
				refusal("'paging' must not be null", () -> CLIENT.list(ALL, null)),
				refusal("'paging' must not be null", () -> CLIENT.listPages(ALL, null)),
				refusal("'paging' must not be null", () -> CLIENT.page(ALL, null)),
				refusal("'chatServiceSid' must be 'IS' and 32 hexadecimal digits", () -> CLIENT.inService("secret")));
	}

	private static Stream<Arguments> names() {
		String friendly = "'friendlyName' must not be longer than 256 characters";
		return Stream.of(refusal(friendly, () -> NEW.withFriendlyName("secret".repeat(50))),
				refusal(friendly, () -> UPDATE.withFriendlyName("secret".repeat(50))),
				refusal("'friendlyName' must not be blank", () -> NEW.withFriendlyName(" ")),
				refusal("'uniqueName' must not be null", () -> NEW.withUniqueName(null)),
				refusal("'uniqueName' must not be '.' or '..'", () -> UPDATE.withUniqueName(".")),
				refusal("'uniqueName' must not hold half of a surrogate pair",
						() -> NEW.withUniqueName("secret\ud83d")),
				refusal("'address' must not be blank", () -> NEW.withEmailBinding("", "secret")),
				refusal("'name' must not be null", () -> UPDATE.withEmailBinding("secret", null)));
	}

	private static Stream<Arguments> timers() {
		Duration forever = ChronoUnit.FOREVER.getDuration();
		return Stream.of(
				refusal("'inactiveAfter' must be at least 1 minute",
						() -> NEW.withInactiveAfter(Duration.ofMillis(59_999))),
				refusal("'inactiveAfter' must be at least 1 minute", () -> UPDATE.withInactiveAfter(Duration.ZERO)),
				refusal("'inactiveAfter' must not be null", () -> UPDATE.withInactiveAfter(null)),
				refusal("'inactiveAfter' must not be longer than 100 years", () -> NEW.withInactiveAfter(forever)),
				refusal("'closedAfter' must be at least 10 minutes",
						() -> NEW.withClosedAfter(Duration.ofSeconds(599))),
				refusal("'closedAfter' must be at least 10 minutes",
						() -> UPDATE.withClosedAfter(Duration.ofMinutes(-10))),
				refusal("'closedAfter' must not be longer than 100 years", () -> UPDATE.withClosedAfter(forever)));
	}

	private static Stream<Arguments> others() {
		return Stream.of(refusal("'attributes' must be valid JSON", () -> NEW.withAttributes("secret")),
				refusal("'attributes' must not be longer than 16 KB",
						() -> UPDATE.withAttributes("\"" + "x".repeat(16 * 1024) + "\"")),
				refusal("'messagingServiceSid' must be 'MG' and 32 hexadecimal digits",
						() -> NEW.withMessagingServiceSid("MGsecret")),
				refusal("'state' must not be null", () -> NEW.withState(null)),
				refusal("'state' must not be blank", () -> UPDATE.withState(new ConversationState(" "))),
				refusal("'dateCreated' must not be null", () -> NEW.withDateCreated(null)),
				refusal("'dateUpdated' must not be null", () -> UPDATE.withDateUpdated(null)));
	}

	private static Stream<Arguments> filters() {
		LocalDate day = LocalDate.of(2024, 2, 29);
		return Stream.of(refusal("'state' must not be null", () -> ALL.withState(null)),
				refusal("'state' must not be blank", () -> ALL.withState(new ConversationState(""))),
				refusal("'startDate' must not be null", () -> ALL.withStartDate(null)),
				refusal("'endDate' must not be null", () -> ALL.withEndDate(null)),
				refusal("'endDate' must not be before 'startDate'",
						() -> ALL.withStartDate(day).withEndDate(day.minusDays(1))),
				refusal("'endDate' must not be before 'startDate'",
						() -> ALL.withEndDate(day).withStartDate(day.plusDays(1))));
	}

	private static Arguments refusal(String message, ThrowingCallable call) {
		return Arguments.of(message, call);
	}

	@ParameterizedTest(name = "{0} [{index}]")
	@MethodSource("refusals")
	void argumentIsRefused(String message, ThrowingCallable call) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
	}

	@Test
	void argumentsAtTheBoundsAreAccepted() {
		assertThatNoException().isThrownBy(() -> NEW.withFriendlyName("😀".repeat(256))
			.withInactiveAfter(Duration.ofMinutes(1))
			.withClosedAfter(Duration.ofMinutes(10))
			.withAttributes("\"" + "x".repeat(16 * 1024 - 2) + "\"")
			.withState(new ConversationState("archived")));
		LocalDate day = LocalDate.of(2024, 2, 29);
		assertThatNoException().isThrownBy(() -> ALL.withStartDate(day).withEndDate(day));
	}

	@Test
	void requestsWithTheSameParametersAreEqual() {
		assertThat(NEW.withUniqueName("a")).isEqualTo(NEW.withUniqueName("a"))
			.hasSameHashCodeAs(NEW.withUniqueName("a"))
			.isNotEqualTo(NEW.withUniqueName("b"))
			.isNotEqualTo(NEW);
		assertThat(UPDATE.withUniqueName("a")).isEqualTo(UPDATE.withUniqueName("a"))
			.hasSameHashCodeAs(UPDATE.withUniqueName("a"))
			.isNotEqualTo(UPDATE.withFriendlyName("a"))
			.isNotEqualTo(UPDATE);
		assertThat(ALL.withState(ConversationState.ACTIVE)).isEqualTo(ALL.withState(ConversationState.ACTIVE))
			.isNotEqualTo(ALL);
	}

	@Test
	void valueThatIsSetTwiceIsTheLast() {
		assertThat(NEW.withUniqueName("a").withUniqueName("b")).isEqualTo(NEW.withUniqueName("b"));
		assertThat(NEW).hasToString("NewConversation[]");
	}

}
