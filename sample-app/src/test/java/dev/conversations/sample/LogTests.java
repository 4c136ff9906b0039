package dev.conversations.sample;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.conversations.test.ConversationsSimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The log at its default levels, when something fails.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "twilio.conversations.retry.max-attempts=1")
@AutoConfigureWebTestClient(timeout = "30s")
@ExtendWith(OutputCaptureExtension.class)
@Import({ FinishedRequests.class, LogTests.Unwritable.class })
class LogTests {

	private static final String PATH = "/api/participant-conversations";

	private static final String PARTICIPANTS = "/api/conversations/welcome/participants";

	@LocalServerPort
	private int port;

	@Autowired
	private WebTestClient http;

	@Autowired
	private ConversationsSimulator simulator;

	@Autowired
	private FinishedRequests finished;

	@BeforeEach
	void resetSimulator() {
		this.simulator.reset();
		SampleData.addTo(this.simulator);
		this.finished.clear();
	}

	@ParameterizedTest
	@ValueSource(strings = { MediaType.APPLICATION_NDJSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE })
	void streamWhenPageTwoFailsIsLoggedOnceAndMasked(String accepted, CapturedOutput output) throws Exception {
		this.simulator.when((request) -> "1".equals(request.queryParameter("Page")))
			.error(500, 20500, "No page for ada-secret");
		this.simulator.conversation().chatParticipant("ada-secret").add();
		SampleData.addConversations(this.simulator, "ada-secret", 60);
		String body = get("?identity=ada-secret", accepted);
		assertThat(body).contains("\"conversationSid\"").contains("\"code\":20500");
		this.finished.await(PATH);
		assertThat(output.toString().split("20500", -1)).hasSize(2);
		assertThat(output).doesNotContain("ada-secret", "identity=");
		assertThat(complaints(output)).singleElement().asString().contains("WARN");
	}

	@Test
	void requestWhenItFailsAtOnceIsLoggedOnceAndMasked(CapturedOutput output) throws Exception {
		this.simulator.next().error(500, 20500, "No page for ada-secret");
		assertThat(get("?identity=ada-secret", MediaType.ALL_VALUE)).contains("\"code\":20500");
		this.finished.await(PATH);
		assertThat(output.toString().split("20500", -1)).hasSize(2);
		assertThat(output).doesNotContain("ada-secret", "identity=");
	}

	@Test
	void clientWhenItGoesAwayFromAStreamIsNoError(CapturedOutput output) throws Exception {
		SampleData.addConversations(this.simulator, "ada-secret", 20_000);
		try (Socket socket = open("GET " + PATH + "?identity=ada-secret HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
			assertThat(socket.getInputStream().readNBytes(2000)).hasSize(2000);
		}
		this.finished.await(PATH);
		assertThat(output).doesNotContain("ada-secret");
		assertThat(complaints(output)).isEmpty();
	}

	@Test
	void clientWhenItBreaksAnUploadOffIsNoError(CapturedOutput output) throws Exception {
		try (Socket socket = open("POST " + PARTICIPANTS + "?identity=ada-secret HTTP/1.1\r\nHost: localhost\r\n"
				+ "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"identity\":\"ada-secret")) {
			socket.getOutputStream().flush();
		}
		this.finished.await(PARTICIPANTS);
		assertThat(output).doesNotContain("ada-secret");
		assertThat(complaints(output)).isEmpty();
	}

	@Test
	void answerWhenItsSecondLineCannotBeWrittenIsBrokenOff(CapturedOutput output) throws Exception {
		StringBuilder received = new StringBuilder();
		StepVerifier
			.create(this.http.get()
				.uri("http://localhost:" + this.port + "/unwritable?identity=ada-secret")
				.exchange()
				.returnResult(String.class)
				.getResponseBody()
				.doOnNext(received::append))
			.thenConsumeWhile((line) -> true)
			.expectError()
			.verify(Duration.ofSeconds(30));
		this.finished.await("/unwritable");
		assertThat(received).contains("written");
		assertThat(complaints(output)).singleElement().asString().contains("ERROR");
		assertThat(output).doesNotContain("ada-secret");
	}

	/**
	 * Warnings and errors, but for those of Netty about the client of another test.
	 */
	private static List<String> complaints(CapturedOutput output) {
		return output.toString()
			.lines()
			.filter((line) -> line.contains(" WARN ") || line.contains("ERROR "))
			.filter((line) -> !line.contains("ResourceLeakDetector"))
			.toList();
	}

	private String get(String query, String accepted) {
		return this.http.get()
			.uri(URI.create("http://localhost:" + this.port + PATH + query))
			.accept(MediaType.valueOf(accepted))
			.exchange()
			.returnResult(String.class)
			.getResponseBody()
			.collectList()
			.map((lines) -> String.join("\n", lines))
			.block(Duration.ofSeconds(30));
	}

	private Socket open(String request) throws IOException {
		Socket socket = new Socket("localhost", this.port);
		socket.setSoTimeout(30_000);
		socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
		return socket;
	}

	@RestController
	static class Unwritable {

		@GetMapping(path = "/unwritable", produces = MediaType.APPLICATION_NDJSON_VALUE)
		Flux<Line> lines() {
			return Flux.just(new Line("written"), new Line("ada-secret"));
		}

	}

	record Line(String value) {

		@JsonProperty
		String text() {
			Assert.isTrue(this.value.equals("written"), () -> "not to be written: " + this.value);
			return this.value;
		}

	}

}
