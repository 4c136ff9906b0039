package dev.conversations.smoke;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import dev.conversations.test.ConversationsSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with the starter keeps its type and its server, and streams.
 */
class ApplicationTests {

	private static final int CONVERSATIONS = 120;

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final String server = System.getProperty("smoke.server");

	private ConversationsSimulator simulator;

	@BeforeEach
	void start() {
		this.simulator = ConversationsSimulator.start();
		for (int i = 0; i < CONVERSATIONS; i++) {
			this.simulator.conversation().chatParticipant("ada").add();
		}
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void applicationKeepsItsTypeAndServerAndStreams() throws Exception {
		SpringApplication application = new SpringApplication(SmokeApplication.class);
		assertThat(application.getWebApplicationType()).hasToString(System.getProperty("smoke.type"));
		try (ConfigurableApplicationContext context = application.run("--server.port=0",
				"--twilio.account-sid=" + this.simulator.accountSid(),
				"--twilio.auth-token=" + this.simulator.authToken(),
				"--twilio.conversations.base-url=" + this.simulator.baseUrl())) {
			assertThat(this.simulator.requestCount()).isZero();
			assertThat(lines(context)).isEqualTo(CONVERSATIONS);
			assertThat(this.simulator.requestCount()).isEqualTo(3);
		}
	}

	private long lines(ConfigurableApplicationContext context) throws Exception {
		if (this.server.equals("none")) {
			return context.getBean(SmokeApplication.class).conversations().collectList().block(LIMIT).size();
		}
		Object running = ReflectionTestUtils.invokeMethod(context, "getWebServer");
		assertThat(running.getClass().getSimpleName()).isEqualTo(this.server);
		URI uri = URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri.resolve("/conversations")).timeout(LIMIT).build(),
					HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(200);
		return response.body().lines().filter((line) -> line.contains("CH")).count();
	}

}
