package dev.conversations.test;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

import dev.conversations.client.AuthenticationFailedException;
import dev.conversations.client.BasicCredentials;
import dev.conversations.client.ConflictException;
import dev.conversations.client.NewParticipant;
import dev.conversations.client.NotFoundException;
import dev.conversations.client.PageCursor;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.RateLimitedException;
import dev.conversations.client.RetrySettings;
import dev.conversations.client.TransportSettings;
import dev.conversations.client.TwilioApiException;
import dev.conversations.client.TwilioException;
import dev.conversations.client.TwilioTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Each error is the one that the client makes of such an answer.
 */
class TwilioErrorsTests {

	private static final String CONVERSATION = "CH0000000000000000000000000000000f";

	private static final PageCursor CURSOR = TwilioErrors.cursor();

	@ParameterizedTest
	@CsvSource({ "400,50407", "401,20003", "403,20403", "404,20404", "409,50433", "429,20429", "500,20500", "502,",
			"503,20503", "504,", "302," })
	void errorOfAnAnswerIsThatOfTheClient(int status, Integer code) {
		assertThat(TwilioErrors.api(status, code)).satisfies(
				(made) -> assertThatSame(made, raised(status, code, (client) -> client.fetch(CONVERSATION, "ada"))));
		assertThat(TwilioErrors.api(HttpMethod.POST, status, code)).satisfies((made) -> assertThatSame(made,
				raised(status, code, (client) -> client.create(CONVERSATION, NewParticipant.chat("ada")))));
	}

	private static void assertThatSame(TwilioApiException made, TwilioApiException raised) {
		assertThat(made).hasSameClassAs(raised)
			.returns(raised.status(), TwilioApiException::status)
			.returns(raised.code(), TwilioApiException::code)
			.returns(raised.isRetryable(), TwilioException::isRetryable)
			.returns(raised.resumeCursor(), TwilioException::resumeCursor);
	}

	/**
	 * Lets the client fail on an answer of the simulator.
	 */
	private static TwilioApiException raised(int status, Integer code, Operation operation) {
		try (ConversationsSimulator simulator = ConversationsSimulator.start();
				TwilioTransport transport = TwilioTransport.create(WebClient.builder(), settings(simulator))) {
			SimulatedFault fault = simulator.next();
			if (code != null) {
				fault.error(status, code, "Refused");
			}
			else {
				fault.respond(status);
			}
			ParticipantClient client = transport
				.conversations(new BasicCredentials(simulator.accountSid(), simulator.authToken(), null))
				.participants();
			return catchThrowableOfType(TwilioApiException.class,
					() -> operation.of(client).block(Duration.ofSeconds(10)));
		}
	}

	private static TransportSettings settings(ConversationsSimulator simulator) {
		return TransportSettings.of(URI.create(simulator.baseUrl()))
			.withRetry(new RetrySettings(1, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(1)));
	}

	@Test
	void errorOfAPageHasItsCursor() {
		assertThat(TwilioErrors.api(503, 20503, CURSOR).resumeCursor()).isEqualTo(CURSOR);
		assertThat(TwilioErrors.rateLimited(null, CURSOR).resumeCursor()).isEqualTo(CURSOR);
		assertThat(TwilioErrors.connection(CURSOR).resumeCursor()).isEqualTo(CURSOR);
		assertThat(TwilioErrors.paging(CURSOR).resumeCursor()).isEqualTo(CURSOR);
		assertThat(TwilioErrors.paging(CURSOR).isRetryable()).isFalse();
	}

	@Test
	void cursorSurvivesItsText() {
		assertThat(PageCursor.of(CURSOR.value())).isEqualTo(CURSOR);
	}

	@Test
	void rateLimitTellsHowLongToWait() {
		assertThat(TwilioErrors.rateLimited().retryAfter()).isNull();
		assertThat(TwilioErrors.rateLimited(Duration.ofSeconds(7)).retryAfter()).isEqualTo(Duration.ofSeconds(7));
		assertThat(TwilioErrors.rateLimited(Duration.ZERO, CURSOR))
			.returns(Duration.ZERO, RateLimitedException::retryAfter)
			.returns(429, TwilioApiException::status)
			.returns(20429, TwilioApiException::code)
			.returns(true, TwilioException::isRetryable);
	}

	@Test
	void conflictNamesTheConversation() {
		assertThat(TwilioErrors.conflict(CONVERSATION)).returns(CONVERSATION, ConflictException::conversationSid)
			.returns(50416, TwilioApiException::code);
		assertThat(TwilioErrors.conflict()).returns(null, ConflictException::conversationSid)
			.returns(50433, TwilioApiException::code);
	}

	@Test
	void errorsThatAreNamedHaveTheirCodes() {
		assertThat(TwilioErrors.authenticationFailed()).isExactlyInstanceOf(AuthenticationFailedException.class)
			.returns(20003, TwilioApiException::code);
		assertThat(TwilioErrors.notFound()).isExactlyInstanceOf(NotFoundException.class)
			.returns(20404, TwilioApiException::code);
		assertThat(TwilioErrors.initialization().isRetryable()).isFalse();
	}

	@Test
	void lostAnswerIsRetryableUnlessItIsThatOfAPost() {
		assertThat(TwilioErrors.connection().isRetryable()).isTrue();
		assertThat(TwilioErrors.connection(HttpMethod.DELETE).isRetryable()).isTrue();
		assertThat(TwilioErrors.connection(HttpMethod.POST).isRetryable()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 99, 200, 299, 600 })
	void statusThatIsNoErrorIsRefused(int status) {
		assertThatIllegalArgumentException().isThrownBy(() -> TwilioErrors.api(status, null))
			.withMessage("'status' must be a status of HTTP that is none of 200 to 299");
	}

	@Test
	void argumentsThatAreNoneAreRefused() {
		assertThatRefused("'retryAfter' must not be negative", () -> TwilioErrors.rateLimited(Duration.ofSeconds(-1)));
		assertThatRefused("'retryAfter' must not be null", () -> TwilioErrors.rateLimited(null));
		assertThatRefused("'conversationSid' must be 'CH' and 32 hexadecimal digits",
				() -> TwilioErrors.conflict("welcome"));
		assertThatRefused("'resumeCursor' must not be null", () -> TwilioErrors.connection((PageCursor) null));
		assertThatRefused("'resumeCursor' must not be null", () -> TwilioErrors.paging(null));
	}

	private static void assertThatRefused(String message, Supplier<TwilioException> error) {
		assertThatIllegalArgumentException().isThrownBy(error::get).withMessage(message);
	}

	/**
	 * Operation of the client that fails.
	 */
	private interface Operation {

		Mono<?> of(ParticipantClient client);

	}

}
