package dev.conversations.sample;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Trouble with the simulator, and the meters that show it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "60s")
class TroubleTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final String PAGES = "/api/participant-conversations/pages?identity=ada";

	@LocalServerPort
	private int port;

	@Autowired
	private WebTestClient http;

	@AfterEach
	void endTrouble() {
		make("NONE").expectStatus().isOk().expectBody();
	}

	@ParameterizedTest
	@CsvSource({ "FAILURES, 27", "RESETS, 28", "RATE_LIMIT, 27" })
	void streamInTroubleIsWholeAfterRetries(String trouble, int requests) {
		make(trouble).expectStatus().isOk().expectBody();
		JsonNode last = stream(PAGES).blockLast(LIMIT);
		assertThat(last.has("problem")).isFalse();
		assertThat(last.at("/requests").asInt()).isEqualTo(requests);
	}

	@ParameterizedTest
	@CsvSource({ "BAD_PAGE, 502, Twilio gave no usable answer", "CREDENTIALS, 502, Twilio refused the credentials" })
	void troubleThatIsNotRetriedIsAProblemOnce(String trouble, int status, String title) {
		make(trouble).expectStatus().isOk().expectBody();
		get(PAGES).expectStatus().isEqualTo(status).expectBody().jsonPath("$.title").isEqualTo(title);
		get("/api/simulator").expectBody().jsonPath("$.trouble").isEqualTo("NONE");
		assertThat(stream(PAGES).count().block(LIMIT)).isEqualTo(25);
	}

	@Test
	void troubleThatIsUnknownIsRefused() {
		make("WAR").expectStatus().isBadRequest().expectBody();
	}

	@Test
	void metersShowRetriesAndTheGate() {
		make("RATE_LIMIT").expectStatus().isOk().expectBody();
		Sinks.Empty<Void> read = Sinks.empty();
		StepVerifier.create(stream("/api/meters"))
			.expectNextMatches((reading) -> reading.at("/permits").asInt() > 0)
			.then(() -> stream(PAGES).doFinally((signal) -> read.tryEmitEmpty()).subscribe())
			.thenConsumeWhile((reading) -> reading.at("/active").asInt() == 0)
			.thenConsumeWhile((reading) -> reading.at("/waiting").asInt() == 0)
			.expectNextMatches((reading) -> reading.at("/active").asInt() == 0)
			.thenConsumeWhile((reading) -> retries(reading) < 2)
			.expectNextMatches((reading) -> retries(reading) >= 2)
			.thenCancel()
			.verify(LIMIT);
		read.asMono().block(LIMIT);
	}

	private static int retries(JsonNode reading) {
		return reading.at("/retries").valueStream().mapToInt(JsonNode::asInt).sum();
	}

	private WebTestClient.ResponseSpec make(String trouble) {
		return this.http.put()
			.uri("http://localhost:" + this.port + "/api/simulator/trouble")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"trouble\":\"" + trouble + "\"}")
			.exchange();
	}

	private WebTestClient.ResponseSpec get(String path) {
		return this.http.get().uri("http://localhost:" + this.port + path).exchange();
	}

	private Flux<JsonNode> stream(String path) {
		return get(path).expectStatus().isOk().returnResult(JsonNode.class).getResponseBody();
	}

}
