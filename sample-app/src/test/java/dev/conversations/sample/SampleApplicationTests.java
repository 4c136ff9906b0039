package dev.conversations.sample;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import dev.conversations.test.ConversationsSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
 * The sample on its simulator, over HTTP.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "30s")
class SampleApplicationTests {

	private static final String CONVERSATIONS = "/api/participant-conversations";

	private static final String PARTICIPANTS = "/api/conversations/welcome/participants";

	@LocalServerPort
	private int port;

	@Autowired
	private WebTestClient http;

	@Autowired
	private ConversationsSimulator simulator;

	@BeforeEach
	void resetSimulator() {
		this.simulator.reset();
		SampleData.addTo(this.simulator);
	}

	@ParameterizedTest
	@CsvSource({ "?identity=ada, 1237, 25", "?address=%2B375255555555, 61, 2", "?identity=ada&limit=60, 60, 2",
			"?identity=nobody, 0, 1" })
	void conversationsAreStreamedPageByPage(String query, int records, int requests) {
		List<JsonNode> lines = stream(CONVERSATIONS + query, MediaType.ALL);
		assertThat(lines).hasSize(records);
		assertThat(this.simulator.requestCount()).isEqualTo(requests);
	}

	@Test
	void conversationsByDefaultAreLinesOfJson() {
		this.http.get()
			.uri(uri(CONVERSATIONS + "?identity=ada&limit=2"))
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType(MediaType.APPLICATION_NDJSON)
			.expectBody(String.class)
			.value((body) -> assertThat(body.lines()).hasSize(2).allMatch((line) -> line.startsWith("{")));
	}

	@Test
	void conversationsWhenAskedForAreEvents() {
		assertThat(stream(CONVERSATIONS + "?identity=ada&limit=3", MediaType.TEXT_EVENT_STREAM)).hasSize(3);
	}

	@Test
	void conversationsWhenCancelledAreRequestedNoFurther() {
		Flux<JsonNode> lines = this.http.get()
			.uri(uri(CONVERSATIONS + "?identity=ada"))
			.exchange()
			.returnResult(JsonNode.class)
			.getResponseBody();
		StepVerifier.create(lines, 1).expectNextCount(1).thenCancel().verify(Duration.ofSeconds(30));
		assertThat(SettledRequests.of(this.simulator)).isLessThan(25);
	}

	@Test
	void conversationsInAServiceAreThoseOfTheService() {
		String service = this.simulator.chatServiceSid();
		assertThat(stream(CONVERSATIONS + "?identity=ada&limit=1&service=" + service, MediaType.ALL)).hasSize(1);
		assertThat(this.simulator.requests()).singleElement()
			.satisfies((request) -> assertThat(request.path()).startsWith("/v1/Services/" + service));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			""                          | Exactly one of 'identity' and 'address' must be given
			?identity=ada&address=%2B1  | Exactly one of 'identity' and 'address' must be given
			?identity=                  | 'identity' must not be blank
			?address=+375255555555      | 'address' must not begin with a blank: in a URL a '+' is written '%2B'
			?address=%20375255555555    | 'address' must not begin with a blank: in a URL a '+' is written '%2B'
			?identity=ada&limit=-1      | 'limit' must not be negative
			?identity=ada&service=x     | 'chatServiceSid' must be 'IS' and 32 hexadecimal digits""")
	void badRequestIsAProblem(String query, String detail) {
		for (MediaType accepted : List.of(MediaType.ALL, MediaType.APPLICATION_NDJSON, MediaType.TEXT_EVENT_STREAM)) {
			expectProblem(this.http.get().uri(uri(CONVERSATIONS + query)).accept(accepted), 400).jsonPath("$.detail")
				.isEqualTo(detail);
		}
	}

	@Test
	void limitThatIsNoNumberIsAProblem() {
		expectProblem(this.http.get().uri(uri(CONVERSATIONS + "?identity=ada&limit=x")), 400);
	}

	@Test
	void participantsAreListed() {
		assertThat(stream(PARTICIPANTS, MediaType.ALL)).hasSize(2);
	}

	@Test
	void participantIsCreatedFetchedUpdatedAndDeleted() {
		JsonNode created = send(this.http.post().uri(uri(PARTICIPANTS)), """
				{"address":"+15551230001","proxyAddress":"+15551230002","attributes":{"a":1}}""", 201);
		assertThat(created.at("/messagingBinding/proxyAddress").asString()).isEqualTo("+15551230002");
		assertThat(created.at("/attributes").asString()).isEqualTo("{\"a\":1}");
		String participant = PARTICIPANTS + "/" + created.at("/sid").asString();
		JsonNode updated = send(this.http.patch().uri(uri(participant)), """
				{"proxyAddress":null,"attributes":"{}"}""", 200);
		assertThat(updated.at("/messagingBinding/proxyAddress").isString()).isFalse();
		this.http.delete().uri(uri(participant)).exchange().expectStatus().isNoContent().expectBody().isEmpty();
		expectProblem(this.http.get().uri(uri(participant)), 404).jsonPath("$.code").isEqualTo(20404);
	}

	@Test
	void participantByIdentityIsFetched() {
		this.http.get()
			.uri(uri(PARTICIPANTS + "/ada"))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.identity")
			.isEqualTo("ada");
	}

	@Test
	void conflictIsAProblemWithTwiliosCodeAndWithoutPersonalData() {
		expectProblem(this.http.post().uri(uri(PARTICIPANTS)).contentType(MediaType.APPLICATION_JSON).bodyValue("""
				{"identity":"ada"}"""), 409).jsonPath("$.code")
			.isEqualTo(50433)
			.jsonPath("$.type")
			.isEqualTo("https://www.twilio.com/docs/errors/50433")
			.jsonPath("$.trace")
			.doesNotExist();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}
			{"identity":"x","address":"+15551230001"}
			{"identity":7}
			{"identity":"x","surprise":1}
			[]
			{""")
	void badBodyIsAProblem(String body) {
		expectProblem(this.http.post().uri(uri(PARTICIPANTS)).contentType(MediaType.APPLICATION_JSON).bodyValue(body),
				400);
	}

	@Test
	void problemHidesTheIdentityInThePath() {
		String problem = this.http.get()
			.uri(uri("/api/conversations/welcome/participants/secret%20identity"))
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(problem).contains("urn:uuid:").doesNotContain("secret", "identity\"");
	}

	@Test
	void simulatorTellsItsRequests() {
		stream(CONVERSATIONS + "?identity=ada", MediaType.ALL);
		this.http.get().uri(uri("/api/simulator")).exchange().expectBody().jsonPath("$.requests").isEqualTo(25);
	}

	@Test
	void pageIsServed() {
		this.http.get()
			.uri(uri("/"))
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType(MediaType.TEXT_HTML)
			.expectBody();
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	private List<JsonNode> stream(String uri, MediaType accepted) {
		return this.http.get()
			.uri(uri(uri))
			.accept(accepted)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(JsonNode.class)
			.getResponseBody()
			.collectList()
			.block(Duration.ofSeconds(30));
	}

	private static JsonNode send(WebTestClient.RequestBodySpec request, String body, int status) {
		return request.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody();
	}

	private static WebTestClient.BodyContentSpec expectProblem(WebTestClient.RequestHeadersSpec<?> request,
			int status) {
		return request.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.status")
			.isEqualTo(status);
	}

}
