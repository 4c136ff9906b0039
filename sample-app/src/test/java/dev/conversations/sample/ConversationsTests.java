package dev.conversations.sample;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.SimulatedInitialization;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Conversations are created, read, changed and deleted over HTTP, in the account and in a
 * service.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "twilio.conversations.retry.max-attempts=1", "twilio.conversations.retry.min-backoff=5ms" })
@AutoConfigureWebTestClient(timeout = "30s")
class ConversationsTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final String CONVERSATIONS = "/api/conversations";

	private static final String WITH_PARTICIPANTS = """
			{"uniqueName":"order-17","participants":[{"identity":"bo"},
			{"address":"+15551230001","proxyAddress":"+15551230002"}]}""";

	@LocalServerPort
	private int port;

	@Autowired
	private WebTestClient http;

	@Autowired
	private ConversationsSimulator simulator;

	private String service;

	@BeforeEach
	void resetSimulator() {
		this.simulator.reset();
		this.service = this.simulator.chatServiceSid();
		SampleData.addConversations(this.simulator, "ada", 250);
	}

	/**
	 * Turns {@code true} into the parameter that names the service.
	 */
	private String query(boolean inService) {
		return inService ? "?service=" + this.service : "";
	}

	private void expectPath(boolean inService) {
		assertThat(this.simulator.requests()).isNotEmpty()
			.allSatisfy((request) -> assertThat(request.path())
				.startsWith(inService ? "/v1/Services/" + this.service + "/Conversation" : "/v1/Conversation"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void conversationIsCreatedFetchedUpdatedAndDeleted(boolean inService) {
		JsonNode created = send(HttpMethod.POST, CONVERSATIONS + query(inService), """
				{"friendlyName":"Order 17","uniqueName":"order-17","attributes":{"a":1},"state":"inactive",
				"closedAfter":"P1D","email":{"address":"a@b.example","name":"A"}}""", 201);
		assertThat(created.at("/attributes").asString()).isEqualTo("{\"a\":1}");
		assertThat(created.at("/state").asString()).isEqualTo("inactive");
		assertThat(created.at("/bindings/email/projectedAddress").asString()).isEqualTo("a@b.example");
		String one = CONVERSATIONS + "/" + created.at("/sid").asString() + query(inService);
		assertThat(get(CONVERSATIONS + "/order-17" + query(inService), 200)).isEqualTo(created);
		JsonNode updated = send(HttpMethod.PATCH, one, """
				{"friendlyName":"Order 18","attributes":"{}","state":"active","inactiveAfter":"PT1H"}""", 200);
		assertThat(updated.at("/friendlyName").asString()).isEqualTo("Order 18");
		assertThat(updated.at("/uniqueName").asString()).isEqualTo("order-17");
		assertThat(updated.at("/timers/dateInactive").isString()).isTrue();
		this.http.delete().uri(uri(one)).exchange().expectStatus().isNoContent().expectBody().isEmpty();
		expectProblem(this.http.get().uri(uri(one)), 404).jsonPath("$.code").isEqualTo(20404);
		expectPath(inService);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void conversationWithParticipantsIsInitialisedAfterItsCreation(boolean inService) {
		this.simulator.account().initialization(SimulatedInitialization.forRequests(3));
		JsonNode created = send(HttpMethod.POST, CONVERSATIONS + query(inService), WITH_PARTICIPANTS, 202);
		assertThat(created.at("/state").asString()).isEqualTo("initializing");
		String one = CONVERSATIONS + "/order-17";
		assertThat(get(one + query(inService), 200).at("/state").asString()).isEqualTo("initializing");
		assertThat(get(one + "/initialized" + query(inService), 200).at("/state").asString()).isEqualTo("active");
		assertThat(stream(one + "/participants" + query(inService), MediaType.ALL)).hasSize(2);
		expectPath(inService);
	}

	@Test
	void conversationWithAnEmptyListOfParticipantsIsRefused() {
		expectProblem(request(HttpMethod.POST, CONVERSATIONS, "{\"participants\":[]}"), 400).jsonPath("$.detail")
			.isEqualTo("'participants' must be 1 to 10");
	}

	@Test
	void conversationThatIsClosedByItsInitialisationIsAProblem() {
		this.simulator.account().initialization(SimulatedInitialization.forRequests(1).failing());
		send(HttpMethod.POST, CONVERSATIONS, WITH_PARTICIPANTS, 202);
		expectProblem(this.http.get().uri(uri(CONVERSATIONS + "/order-17/initialized")), 502).jsonPath("$.title")
			.isEqualTo("The conversation could not be set up")
			.jsonPath("$.retryable")
			.isEqualTo(false);
	}

	@Test
	void waitThatTakesTooLongIsAProblem() {
		this.simulator.account().initialization(SimulatedInitialization.lasting(Duration.ofHours(1)));
		send(HttpMethod.POST, CONVERSATIONS, WITH_PARTICIPANTS, 202);
		String initialized = CONVERSATIONS + "/order-17/initialized?timeout=";
		expectProblem(this.http.get().uri(uri(initialized + "PT0.2S")), 504).jsonPath("$.detail")
			.isEqualTo("The conversation is still initialising");
		for (String timeout : List.of("PT0S", "PT-1S", "PT61S", "soon")) {
			expectProblem(this.http.get().uri(uri(initialized + timeout)), 400);
		}
	}

	@Test
	void participantOfAConversationThatIsInitialisedIsAProblemWithARemedy() {
		this.simulator.account().initialization(SimulatedInitialization.lasting(Duration.ofHours(1)));
		send(HttpMethod.POST, CONVERSATIONS, WITH_PARTICIPANTS, 202);
		expectProblem(request(HttpMethod.POST, CONVERSATIONS + "/order-17/participants", "{\"identity\":\"eve\"}"), 409)
			.jsonPath("$.code")
			.isEqualTo(50386)
			.jsonPath("$.title")
			.isEqualTo("The conversation is still being set up");
	}

	@ParameterizedTest
	@CsvSource({ "'', 250, 3", "state=inactive, 71, 1", "state=closed&limit=5, 5, 1", "limit=120, 120, 2",
			"startDate=%1$s&endDate=%1$s, 250, 3", "endDate=2001-01-01, 0, 1" })
	void conversationsAreStreamedPageByPage(String filter, int records, int requests) {
		String query = "?" + filter.formatted(LocalDate.now(ZoneOffset.UTC));
		assertThat(stream(CONVERSATIONS + query, MediaType.ALL)).hasSize(records);
		assertThat(this.simulator.requestCount()).isEqualTo(requests);
		assertThat(stream(CONVERSATIONS + query + "&service=" + this.service, MediaType.TEXT_EVENT_STREAM))
			.hasSize(records);
		assertThat(this.simulator.requests()).last()
			.satisfies((request) -> assertThat(request.path())
				.isEqualTo("/v1/Services/" + this.service + "/Conversations"));
	}

	@Test
	void pagesFromACursorAreTheRest() {
		String pages = "/api/conversation-pages?state=active";
		List<JsonNode> first = stream(pages + "&limit=30", MediaType.ALL);
		assertThat(first).hasSize(1);
		String cursor = first.get(0).at("/next").asString();
		int all = stream(CONVERSATIONS + "?state=active", MediaType.ALL).size();
		List<JsonNode> rest = stream(pages + "&window=1000&cursor=" + cursor, MediaType.ALL);
		assertThat(rest.stream().mapToInt((page) -> page.at("/items").size()).sum()).isEqualTo(all - 30);
		expectProblem(this.http.get().uri(uri("/api/conversation-pages?state=closed&cursor=" + cursor)), 400);
	}

	@Test
	void listWhenALaterPageFailsEndsWithAProblem() {
		this.simulator.when((request) -> "1".equals(request.queryParameter("Page"))).error(500, 20500, "Server error");
		List<JsonNode> lines = stream(CONVERSATIONS, MediaType.ALL);
		assertThat(lines).hasSize(101);
		assertThat(lines.get(100).at("/problem/code").asInt()).isEqualTo(20500);
		assertThat(lines.get(100).at("/problem/cursor").isString()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "/api/conversations", "/api/conversation-pages" })
	void badFilterIsAProblem(String path) {
		for (String query : List.of("state=", "startDate=yesterday", "endDate=1.2.2026", "limit=-1", "service=x",
				"cursor=garbage", "startDate=2026-01-02&endDate=2026-01-01")) {
			expectProblem(this.http.get().uri(uri(path + "?" + query)), 400);
		}
		expectProblem(this.http.get().uri(uri("/api/conversation-pages?window=0")), 400);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"surprise":1}
			{"inactiveAfter":"ada-secret"}
			{"inactiveAfter":"PT1S"}
			{"closedAfter":"PT9M"}
			{"attributes":"ada-secret"}
			{"friendlyName":" "}
			{"messagingServiceSid":"ada-secret"}
			{"email":{"address":"ada-secret"}}
			{"participants":[{"identity":"ada-secret","address":"+1"}]}
			{"participants":[null]}
			{"participants":"ada-secret"}
			[]
			{""")
	void badBodyIsAProblemThatHidesIt(String body) {
		expectProblem(request(HttpMethod.POST, CONVERSATIONS, body), 400).jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).doesNotContain("ada-secret"));
		expectProblem(request(HttpMethod.PATCH, CONVERSATIONS + "/order-17", body), 400);
		assertThat(this.simulator.requestCount()).isZero();
	}

	@Test
	void uniqueNameThatIsTakenIsAProblemWithARemedy() {
		send(HttpMethod.POST, CONVERSATIONS, "{\"uniqueName\":\"ada-secret\"}", 201);
		String problem = request(HttpMethod.POST, CONVERSATIONS, "{\"uniqueName\":\"ada-secret\"}").exchange()
			.expectStatus()
			.isEqualTo(409)
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(problem).contains("\"code\":50353", "The unique name is taken").doesNotContain("ada-secret");
	}

	@Test
	void bindingThatIsInUseIsAProblem() {
		this.simulator.conversation().messagingParticipant("+15551230001", "+15551230002").add();
		expectProblem(request(HttpMethod.POST, CONVERSATIONS, WITH_PARTICIPANTS), 409).jsonPath("$.code")
			.value(Integer.class, (code) -> assertThat(code).isIn(50416, 50425));
	}

	@ParameterizedTest
	@CsvSource({ "GET, ''", "GET, /initialized", "PATCH, ''", "DELETE, ''" })
	void conversationThatIsNotThereIsAProblemThatHidesItsName(String method, String path) {
		expectProblem(request(HttpMethod.valueOf(method), CONVERSATIONS + "/ada-secret" + path, "{}"), 404)
			.jsonPath("$.title")
			.isEqualTo("Twilio does not know it")
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).doesNotContain("ada-secret"))
			.jsonPath("$.instance")
			.value(String.class, (instance) -> assertThat(instance).startsWith("urn:uuid:"));
	}

	private URI uri(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	private WebTestClient.RequestHeadersSpec<?> request(HttpMethod method, String path, String body) {
		return this.http.method(method).uri(uri(path)).contentType(MediaType.APPLICATION_JSON).bodyValue(body);
	}

	private JsonNode send(HttpMethod method, String path, String body, int status) {
		return json(request(method, path, body), status);
	}

	private JsonNode get(String path, int status) {
		return json(this.http.get().uri(uri(path)), status);
	}

	private static JsonNode json(WebTestClient.RequestHeadersSpec<?> request, int status) {
		return request.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody();
	}

	private List<JsonNode> stream(String path, MediaType accepted) {
		return this.http.get()
			.uri(uri(path))
			.accept(accepted)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(JsonNode.class)
			.getResponseBody()
			.collectList()
			.block(LIMIT);
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
