package dev.conversations.sample;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * How the application keeps other sites and large bodies out.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "30s")
class BrowserSecurityTests {

	private static final String CONVERSATIONS = "/api/conversations";

	private static final String PARTICIPANTS = "/api/conversations/welcome/participants";

	@LocalServerPort
	private int port;

	@Autowired
	private WebTestClient http;

	@ParameterizedTest
	@CsvSource({ "Sec-Fetch-Site, cross-site, 403", "Sec-Fetch-Site, same-site, 403",
			"Sec-Fetch-Site, same-origin, 400", "Sec-Fetch-Site, none, 400", "Origin, https://evil.example, 403",
			"Origin, null, 403", "Origin, %, 403", "Origin, http://localhost, 403", "Host, evil.example, 421",
			"Host, 127.0.0.1, 400" })
	void writeIsLetInFromTheOwnOriginOnly(String header, String value, int status) {
		for (String path : List.of(PARTICIPANTS, CONVERSATIONS)) {
			this.http.post()
				.uri(uri(path))
				.header(header, value)
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue("[]")
				.exchange()
				.expectStatus()
				.isEqualTo(status)
				.expectBody();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "DELETE", "PATCH" })
	void changeOfAConversationFromAnotherSiteIsRefused(String method) {
		this.http.method(HttpMethod.valueOf(method))
			.uri(uri(CONVERSATIONS + "/welcome"))
			.header("Sec-Fetch-Site", "cross-site")
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectBody();
	}

	@Test
	void writeWithTheOwnOriginIsLetIn() {
		this.http.post()
			.uri(uri(PARTICIPANTS))
			.header("Origin", "http://localhost:" + this.port)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{}")
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody();
	}

	@Test
	void readFromAnotherSiteIsRefused() {
		this.http.get()
			.uri(uri("/api/participant-conversations?identity=ada"))
			.header("Sec-Fetch-Site", "cross-site")
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectBody();
	}

	@Test
	void linkFromAnotherSiteLeadsToThePage() {
		this.http.get()
			.uri(uri("/"))
			.header("Sec-Fetch-Site", "cross-site")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody();
	}

	@ParameterizedTest
	@ValueSource(strings = { PARTICIPANTS, CONVERSATIONS })
	void bodyThatIsTooLargeIsRefused(String path) {
		this.http.post()
			.uri(uri(path))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"attributes\":\"" + "x".repeat(70_000) + "\"}")
			.exchange()
			.expectStatus()
			.isEqualTo(413)
			.expectBody();
	}

	@ParameterizedTest
	@CsvSource({ "/", "/api/simulator", "/nowhere", "/api/conversations/welcome/participants/nobody" })
	void answerHasSecurityHeaders(String path) {
		this.http.get()
			.uri(uri(path))
			.exchange()
			.expectHeader()
			.value("Content-Security-Policy",
					(policy) -> org.assertj.core.api.Assertions.assertThat(policy)
						.startsWith("default-src 'none'; script-src 'self'")
						.doesNotContain("unsafe"))
			.expectHeader()
			.valueEquals("X-Content-Type-Options", "nosniff")
			.expectHeader()
			.valueEquals("X-Frame-Options", "DENY")
			.expectHeader()
			.valueEquals("Referrer-Policy", "no-referrer")
			.expectBody();
	}

	@Test
	void personalDataIsNotStored() {
		this.http.get()
			.uri(uri(PARTICIPANTS))
			.exchange()
			.expectHeader()
			.valueEquals("Cache-Control", "no-store")
			.expectBody();
	}

	private String uri(String path) {
		return "http://localhost:" + this.port + path;
	}

}
