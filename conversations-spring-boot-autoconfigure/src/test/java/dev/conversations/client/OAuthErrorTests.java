package dev.conversations.client;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of requests for which no access token can be had.
 */
class OAuthErrorTests {

	private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

	private final ScriptedTokens tokens = new ScriptedTokens();

	@AfterEach
	void resumeTheClock() {
		this.tokens.close();
	}

	private void expectError(ParticipantClient client, Class<?> type, String message, boolean retryable) {
		StepVerifier.create(client.fetch(ScriptedTokens.CONVERSATION, "ada"))
			.then(() -> this.tokens.advance(Duration.ofSeconds(1)))
			.expectErrorSatisfies((failure) -> {
				assertThat(failure).isExactlyInstanceOf(type)
					.hasMessageEndingWith(message)
					.hasMessageNotContaining("4711")
					.hasNoCause();
				assertThat(((TwilioException) failure).isRetryable()).isEqualTo(retryable);
			})
			.verify(ScriptedTokens.LIMIT);
	}

	@Test
	void secondRefusalIsAnError() {
		this.tokens.next(ScriptedTokens.json(401, "{}"));
		this.tokens.next(ScriptedTokens.json(401, "{\"code\":20003,\"message\":\"Authenticate\"}"));
		expectError(this.tokens.client(2), AuthenticationFailedException.class, ": 401, code 20003: Authenticate",
				false);
		assertThat(this.tokens.received()).containsExactly("Bearer t1", "Bearer t2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					400 | {"error":"invalid_client secret-4711"}            | AuthenticationFailedException | : 400                        | false
					401 | {"code":20003,"message":"x"}                      | AuthenticationFailedException | : 401, code 20003            | false
					429 | {}                                                | RateLimitedException          | : 429                        | true
					503 | <html>                                            | TwilioApiException            | : 503                        | true
					200 | {}                                                | TwilioConnectionException     | : the answer has none to use | false
					200 | <html>                                            | TwilioConnectionException     | : the answer has none to use | false
					200 | {"access_token":"4711","token_type":"mac"}        | TwilioConnectionException     | : the answer has none to use | false
					200 | {"access_token":"47 11"}                          | TwilioConnectionException     | : the answer has none to use | false
					200 | {"access_token":"4711\\r\\nHost: x"}              | TwilioConnectionException     | : the answer has none to use | false""")
	void failureToGetATokenIsThatOfTheRequestAndIsNotKept(int status, String body, String type, String message,
			boolean retryable) throws Exception {
		this.tokens.nextToken(ScriptedTokens.json(status, body));
		ParticipantClient client = this.tokens.client(1);
		expectError(client, Class.forName("dev.conversations.client." + type),
				"GET /v1/Conversations/{ConversationSid}/Participants/{Sid}: no access token could be had" + message,
				retryable);
		this.tokens.send(client, 1);
		assertThat(this.tokens.received()).containsExactly("Bearer t1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bearer", "BEARER" })
	void typeOfATokenMayBeInAnyCase(String type) {
		this.tokens.nextToken(ScriptedTokens.json(200, "{\"access_token\":\"a\",\"token_type\":\"" + type + "\"}"));
		this.tokens.send(this.tokens.client(1), 1);
		assertThat(this.tokens.received()).containsExactly("Bearer a");
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 503 })
	void retryAfterOfTheTokenEndpointIsWaitedFor(int status) {
		this.tokens.nextToken(ScriptedTokens.json(status, "{}", "Retry-After", "7"));
		ParticipantClient client = this.tokens.client(2);
		StepVerifier.create(Flux.range(0, 20).flatMap((index) -> client.fetch(ScriptedTokens.CONVERSATION, "ada"), 20))
			.then(() -> this.tokens.advance(Duration.ofSeconds(7)))
			.then(() -> assertThat(this.tokens.tokenRequests()).isEqualTo(1))
			.then(() -> this.tokens.advance(Duration.ofSeconds(1)))
			.expectNextCount(20)
			.expectComplete()
			.verify(ScriptedTokens.LIMIT);
		assertThat(this.tokens.tokenRequests()).isEqualTo(2);
	}

	@Test
	void retryAfterOfTheTokenEndpointWhenTooLongIsAnErrorAtOnce() {
		this.tokens.nextToken(ScriptedTokens.json(429, "{}", "Retry-After", "61"));
		StepVerifier.create(this.tokens.client(2).fetch(ScriptedTokens.CONVERSATION, "ada"))
			.then(() -> this.tokens.advance(Duration.ofSeconds(1)))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOfSatisfying(RateLimitedException.class,
					(refused) -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(61))))
			.verify(ScriptedTokens.LIMIT);
		this.tokens.nextToken(ScriptedTokens.json(503, "{}", "Retry-After", "61"));
		expectError(this.tokens.client(2), TwilioApiException.class, ": no access token could be had: 503", true);
		assertThat(this.tokens.tokenRequests()).isEqualTo(2);
	}

	@Test
	void tokenEndpointThatHangsLeavesNoDoubtAboutAWrite() {
		this.tokens.nextToken(Mono.never());
		StepVerifier.create(this.tokens.client(1).create(ScriptedTokens.CONVERSATION, NewParticipant.chat("ada")))
			.then(() -> this.tokens.advance(Duration.ofMinutes(1)))
			.expectErrorSatisfies((failure) -> {
				assertThat(failure).hasMessageEndingWith("no access token could be had: TimeoutException");
				assertThat(((TwilioException) failure).isRetryable()).isTrue();
			})
			.verify(ScriptedTokens.LIMIT);
		assertThat(this.tokens.received()).isEmpty();
	}

	@Test
	void waitForATokenTakesNoPermitAndEndsForAllAtOnce() {
		this.tokens.nextToken(Mono.never());
		ParticipantClient client = this.tokens.client(1);
		StepVerifier
			.create(Flux.range(0, 200)
				.flatMap((index) -> client.fetch(ScriptedTokens.CONVERSATION, "ada")
					.then(Mono.just("answer"))
					.onErrorReturn(TwilioConnectionException.class, "failure"), 200))
			.then(() -> this.tokens.advance(Duration.ofSeconds(31)))
			.thenConsumeWhile("failure"::equals)
			.expectComplete()
			.verify(ScriptedTokens.LIMIT);
		assertThat(this.tokens.tokenRequests()).isEqualTo(1);
	}

	@Test
	void responseTimeOutBoundsTheAttemptWithItsTokens() {
		this.tokens.nextToken(ScriptedTokens.json(200, "{\"access_token\":\"a\"}").delayElement(TEN_SECONDS));
		this.tokens.next(ScriptedTokens.json(401, "{}").delayElement(TEN_SECONDS));
		this.tokens.nextToken(ScriptedTokens.json(200, "{\"access_token\":\"b\"}").delayElement(TEN_SECONDS));
		StepVerifier.create(this.tokens.client(1).fetch(ScriptedTokens.CONVERSATION, "ada"))
			.then(() -> this.tokens.advance(Duration.ofMillis(29_900)))
			.expectNoEvent(Duration.ZERO)
			.then(() -> this.tokens.advance(Duration.ofSeconds(1)))
			.expectErrorMessage("GET /v1/Conversations/{ConversationSid}/Participants/{Sid}: "
					+ "no access token could be had: TimeoutException")
			.verify(ScriptedTokens.LIMIT);
	}

}
