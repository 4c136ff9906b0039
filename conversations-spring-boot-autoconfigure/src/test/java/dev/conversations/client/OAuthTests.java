package dev.conversations.client;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Access tokens: fetched once, shared, renewed before they expire and when they are
 * refused.
 */
class OAuthTests {

	private final ScriptedTokens tokens = new ScriptedTokens();

	private final ParticipantClient client = this.tokens.client(1);

	@AfterEach
	void resumeTheClock() {
		this.tokens.close();
	}

	@Test
	void tokenIsFetchedOnceAndShared() {
		assertThat(this.tokens.tokenRequests()).isZero();
		this.tokens.send(this.client, 50);
		this.tokens.send(this.client, 1);
		assertThat(this.tokens.tokenRequests()).isEqualTo(1);
		assertThat(this.tokens.received()).hasSize(51).containsOnly("Bearer t1");
	}

	@Test
	void tokenWhenWhoeverAskedFirstCancelsIsFetchedForTheOthers() {
		Disposable first = this.client.fetch(ScriptedTokens.CONVERSATION, "ada").subscribe();
		StepVerifier.create(this.client.fetch(ScriptedTokens.CONVERSATION, "ada")).then(() -> {
			first.dispose();
			this.tokens.advance(Duration.ofSeconds(1));
		}).expectNextCount(1).expectComplete().verify(ScriptedTokens.LIMIT);
		assertThat(this.tokens.tokenRequests()).isEqualTo(1);
	}

	@Test
	void tokenWhenAllCancelIsFetchedAgainForTheNext() {
		this.client.fetch(ScriptedTokens.CONVERSATION, "ada").subscribe().dispose();
		this.tokens.send(this.client, 2);
		assertThat(this.tokens.tokenRequests()).isEqualTo(1);
		assertThat(this.tokens.received()).hasSize(2).containsOnly("Bearer t1");
	}

	@ParameterizedTest
	@CsvSource({ "3600, 3530, 3545", "100, 85, 95", "'\"100\"', 85, 95" })
	void tokenIsRenewedShortlyBeforeItExpires(String lifetime, long before, long after) {
		this.tokens.issueFor(lifetime);
		this.tokens.send(this.client, 1);
		this.tokens.advance(Duration.ofSeconds(before - 1));
		this.tokens.send(this.client, 1);
		assertThat(this.tokens.received()).containsOnly("Bearer t1");
		this.tokens.advance(Duration.ofSeconds(after - before));
		this.tokens.send(this.client, 20);
		assertThat(this.tokens.tokenRequests()).isEqualTo(2);
		assertThat(this.tokens.received().subList(2, 22)).containsOnly("Bearer t2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "9223372036854775807", "99999999999999999999", "1e300" })
	void tokenWhoseLifetimeIsUnknownOrHugeIsUsedUntilItIsRefused(String lifetime) {
		this.tokens.issueFor(lifetime);
		this.tokens.send(this.client, 1);
		this.tokens.advance(Duration.ofMinutes(55));
		this.tokens.send(this.client, 1);
		assertThat(this.tokens.tokenRequests()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "-1e300" })
	void tokenThatHasExpiredOnArrivalServesThoseWhoWaitedForIt(String lifetime) {
		this.tokens.issueFor(lifetime);
		this.tokens.send(this.client, 5);
		assertThat(this.tokens.tokenRequests()).isEqualTo(1);
		this.tokens.send(this.client, 5);
		assertThat(this.tokens.tokenRequests()).isEqualTo(2);
		assertThat(this.tokens.received().subList(5, 10)).containsOnly("Bearer t2");
	}

	@Test
	void tokenWhenItIsRefusedIsRenewedOnceForAllWhoUsedIt() {
		this.tokens.send(this.client, 1);
		for (int i = 0; i < 20; i++) {
			this.tokens.next(ScriptedTokens.json(401, "{}"));
		}
		this.tokens.send(this.client, 20);
		assertThat(this.tokens.tokenRequests()).isEqualTo(2);
		assertThat(this.tokens.received().subList(21, 41)).containsOnly("Bearer t2");
	}

	@Test
	void credentialsWhenTheyChangeAreUsedForTheNextRequest() {
		this.tokens.send(this.client, 1);
		this.tokens.use(ScriptedTokens.credentials("OQ2"));
		this.tokens.send(this.client, 1);
		assertThat(this.tokens.received()).containsExactly("Bearer t1", "Bearer t2");
	}

	@Test
	void tokenRequestIsTheFormThatTwilioDocuments() {
		VirtualTimeScheduler.reset();
		try (RecordingServer server = RecordingServer.answering(200, "{\"access_token\":\"t1\",\"expires_in\":60}")) {
			OAuthCredentials oauth = new OAuthCredentials("OQ1", "s&=", server.url().resolve("/v2/token"), null);
			TestClients.create(WebClient.builder(), TransportSettings.of(server.url()), () -> oauth)
				.fetch(ScriptedTokens.CONVERSATION, "ada")
				.block(ScriptedTokens.LIMIT);
			assertThat(server.received()).hasSize(2);
			assertThat(server.received().get(0).target()).isEqualTo("/v2/token");
			assertThat(server.received().get(0).method()).isEqualTo("POST");
			assertThat(server.received().get(0).body())
				.isEqualTo("grant_type=client_credentials&client_id=OQ1&client_secret=s%26%3D");
			assertThat(server.received().get(0).headers().contains("Authorization")).isFalse();
			assertThat(server.received().get(1).headers().get("Authorization")).isEqualTo("Bearer t1");
		}
	}

	@Test
	void nothingShowsASecret() {
		URI tokenUri = URI.create("http://localhost/v2/token");
		OAuthCredentials oauth = ScriptedTokens.credentials("OQ1");
		assertThat(oauth).hasToString("OAuthCredentials");
		assertThat(AccessToken.issued("t", 1.0, 0)).hasToString("AccessToken");
		assertThat(oauth.owner()).isEqualTo("OQ1");
		assertThat(new OAuthCredentials("OQ1", "s", tokenUri, "AC1").owner()).isEqualTo("AC1");
	}

}
