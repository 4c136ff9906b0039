package dev.conversations.client;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * An error for a stub tells all that it is given.
 */
class StubErrorsTests {

	private static final PageCursor CURSOR = PageCursor.of("1.UGFnZT0x.0.AAAAAAAAAAAAAAAA");

	@Test
	void answerTellsWhatItIsGiven() {
		TwilioApiException error = StubErrors.answer(HttpMethod.GET, 429, 20429, "Too many requests",
				Duration.ofSeconds(3), CURSOR);
		assertThat(error)
			.isInstanceOfSatisfying(RateLimitedException.class,
					(limited) -> assertThat(limited.retryAfter()).hasSeconds(3))
			.hasMessage("GET /v1/Stub: 429, code 20429: Too many requests")
			.returns(URI.create("https://www.twilio.com/docs/errors/20429"), TwilioApiException::moreInfo)
			.returns("RQ" + "0".repeat(32), TwilioApiException::requestId)
			.returns(CURSOR, TwilioException::resumeCursor);
	}

	@Test
	void answerOfAGatewayHasNeitherCodeNorCursor() {
		assertThat(StubErrors.answer(HttpMethod.POST, 502, null, null, null, null)).hasMessage("POST /v1/Stub: 502")
			.returns(null, TwilioApiException::code)
			.returns(null, TwilioApiException::moreInfo)
			.returns(null, TwilioException::resumeCursor);
	}

	@ParameterizedTest
	@CsvSource({ "GET,true", "DELETE,true", "POST,false" })
	void lostAnswerIsRetryableWhereTheRequestMayBeSentAgain(String method, boolean retryable) {
		assertThat(StubErrors.timeout(HttpMethod.valueOf(method), CURSOR))
			.returns(retryable, TwilioException::isRetryable)
			.returns(CURSOR, TwilioException::resumeCursor);
	}

	@Test
	void othersAreNotRetryable() {
		assertThat(StubErrors.paging(CURSOR)).returns(false, TwilioException::isRetryable)
			.returns(CURSOR, TwilioException::resumeCursor);
		assertThat(StubErrors.initialization().isRetryable()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 99, 200, 299, 600 })
	void statusThatIsNoErrorIsRefused(int status) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> StubErrors.answer(HttpMethod.GET, status, null, null, null, null))
			.withMessage("'status' must be a status of HTTP that is none of 200 to 299");
	}

	@Test
	void argumentThatIsMissingIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> StubErrors.timeout(null, null))
			.withMessage("'method' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> StubErrors.paging(null))
			.withMessage("'resumeCursor' must not be null");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> StubErrors.answer(HttpMethod.GET, 429, null, null, Duration.ofSeconds(-1), null))
			.withMessage("'retryAfter' must not be negative");
	}

}
