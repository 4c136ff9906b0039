package dev.conversations.sample;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import dev.conversations.test.ConversationsSimulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
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
 * Streams of pages and their readers.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "twilio.conversations.retry.max-attempts=2")
@AutoConfigureWebTestClient(timeout = "60s")
class PageStreamTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final String PAGES = "/api/participant-conversations/pages?identity=ada";

	@LocalServerPort
	private int port;

	@Autowired
	private WebTestClient http;

	@Autowired
	private ConversationsSimulator simulator;

	@Autowired
	private OpenStreams streams;

	@BeforeEach
	void resetSimulator() {
		this.simulator.reset();
		SampleData.addTo(this.simulator);
	}

	@Test
	void pagesTellTheNextCursorAndTheRequests() {
		List<JsonNode> pages = stream(PAGES).collectList().block(LIMIT);
		assertThat(pages).hasSize(25);
		assertThat(pages.get(0).at("/items")).hasSize(50);
		assertThat(pages.get(0).at("/next").asString()).matches("[A-Za-z0-9._~-]+").doesNotContain("ada");
		assertThat(pages.get(24).at("/items")).hasSize(37);
		assertThat(pages.get(24).has("next")).isFalse();
		assertThat(pages.get(24).at("/requests").asInt()).isEqualTo(25);
	}

	@Test
	void pagesFromACursorAreTheRest() {
		String cursor = stream(PAGES + "&limit=120").blockLast(LIMIT).at("/next").asString();
		List<JsonNode> rest = stream(PAGES + "&cursor=" + cursor).collectList().block(LIMIT);
		assertThat(rest.stream().mapToInt((page) -> page.at("/items").size()).sum()).isEqualTo(1237 - 120);
	}

	@Test
	void pagesFromACursorOfAnotherParticipantAreRefused() {
		String cursor = stream(PAGES).blockFirst(LIMIT).at("/next").asString();
		get("/api/participant-conversations/pages?identity=eve&cursor=" + cursor).expectStatus()
			.isBadRequest()
			.expectBody();
		get(PAGES + "&cursor=garbage").expectStatus().isBadRequest().expectBody();
		get(PAGES + "&window=0").expectStatus().isBadRequest().expectBody();
	}

	@Test
	void pagesWhenOneFailsEndWithAProblemAndACursor() {
		this.simulator.when((request) -> "2".equals(request.queryParameter("Page")))
			.error(500, 20500, "Server error of ada");
		List<JsonNode> lines = stream(PAGES).collectList().block(LIMIT);
		assertThat(lines).hasSize(3);
		JsonNode problem = lines.get(2).at("/problem");
		assertThat(problem.at("/code").asInt()).isEqualTo(20500);
		assertThat(problem.at("/status").asInt()).isEqualTo(502);
		assertThat(problem.at("/requestId").asString()).startsWith("RQ");
		assertThat(problem.at("/remedy").asString()).isNotBlank();
		assertThat(problem.toString()).doesNotContain("ada");
		assertThat(problem.at("/cursor")).isEqualTo(lines.get(1).at("/next"));
	}

	@Test
	void pagesWhenTheFirstFailsAreAProblem() {
		this.simulator.next().error(401, 20003, "Authenticate");
		get(PAGES).expectStatus()
			.isEqualTo(502)
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("Twilio refused the credentials");
	}

	@Test
	void streamWithAWindowWaitsForItsReader() {
		Flux<JsonNode> lines = stream(PAGES + "&window=100");
		StepVerifier.create(lines).assertNext((first) -> {
			String id = first.at("/stream").asString();
			assertThat(this.streams.find(id)).isNotNull();
		}).expectNextCount(1).expectNoEvent(Duration.ofMillis(500)).then(() -> {
			assertThat(this.simulator.requestCount()).isBetween(2, 4);
			mark(openStream(), 100);
		})
			.expectNextCount(2)
			.expectNoEvent(Duration.ofMillis(500))
			.then(() -> assertThat(this.simulator.requestCount()).isBetween(4, 6))
			.thenCancel()
			.verify(LIMIT);
		Awaitility.await().atMost(LIMIT).until(() -> this.streams.size() == 0);
	}

	@Test
	void markIsANumberOfRecordsAndMayComeTooLate() {
		put("/api/streams/none", "{\"read\":1}").expectStatus().isNoContent().expectBody().isEmpty();
		put("/api/streams/none", "{\"read\":-1}").expectStatus().isBadRequest().expectBody();
	}

	@Test
	void streamWhenItsReaderGoesAwayEnds() {
		SampleData.addConversations(this.simulator, "eve", 20_000);
		StepVerifier.create(stream("/api/participant-conversations/pages?identity=eve&window=100"), 1)
			.expectNextCount(1)
			.thenCancel()
			.verify(LIMIT);
		Awaitility.await().atMost(LIMIT).until(() -> this.streams.size() == 0);
		assertThat(this.simulator.requestCount()).isLessThan(10);
	}

	private String openStream() {
		return this.streams.ids().iterator().next();
	}

	private void mark(String stream, int read) {
		put("/api/streams/" + stream, "{\"read\":" + read + "}").expectStatus().isNoContent().expectBody().isEmpty();
	}

	private WebTestClient.ResponseSpec put(String path, String body) {
		return this.http.put().uri(uri(path)).contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
	}

	private WebTestClient.ResponseSpec get(String path) {
		return this.http.get().uri(uri(path)).exchange();
	}

	private Flux<JsonNode> stream(String path) {
		return get(path).expectStatus().isOk().returnResult(JsonNode.class).getResponseBody();
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

}
