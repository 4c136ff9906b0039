package dev.conversations.autoconfigure.health;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.conversations.autoconfigure.ConversationsAutoConfiguration;
import dev.conversations.autoconfigure.Sids;
import dev.conversations.client.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.json.JsonContent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Health as the actuator's endpoint of an application shows it, in virtual time.
 */
class ConversationsHealthEndpointTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final String ENABLED = "--management.health.twilio-conversations.enabled=true";

	private static final String CLIENTS = "$.components.twilioConversations.components";

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private VirtualTimeScheduler clock;

	private DisposableServer twilio;

	private volatile String answer = "{\"conversations\":[],\"meta\":{}}";

	private volatile int status = 200;

	@BeforeEach
	void start() {
		this.clock = VirtualTime.start();
		this.twilio = HttpServer.create().host("127.0.0.1").handle((request, response) -> {
			this.requests.add(request.uri());
			return response.status(this.status).sendString(Mono.just(this.answer));
		}).bindNow();
	}

	@AfterEach
	void stop() {
		this.twilio.disposeNow();
		VirtualTimeScheduler.reset();
	}

	private ConfigurableApplicationContext run(Class<?> application, String... arguments) {
		return new SpringApplicationBuilder(application).web(WebApplicationType.REACTIVE)
			.properties("server.port=0", "server.address=127.0.0.1", "management.endpoint.health.show-details=always",
					"management.health.defaults.enabled=false", "management.health.ping.enabled=true",
					"twilio.api-key=" + Sids.SK1, "twilio.api-secret=mark",
					"twilio.conversations.base-url=http://127.0.0.1:" + this.twilio.port(),
					"twilio.conversations.clients.support.chat-service-sid=IS" + "0".repeat(32))
			.run(arguments);
	}

	private HttpResponse<String> get(ConfigurableApplicationContext context) throws IOException, InterruptedException {
		String port = context.getEnvironment().getRequiredProperty("local.server.port");
		URI uri = URI.create("http://127.0.0.1:" + port + "/actuator/health");
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri).timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void endpointShowsAnEntryForEachClient() throws Exception {
		try (ConfigurableApplicationContext context = run(Application.class, ENABLED)) {
			assertThat(this.requests).isEmpty();
			assertThat(new JsonContent(get(context).body())).extractingPath(CLIENTS)
				.isEqualTo(Map.of("participantClient", Map.of("status", "UP"), "supportParticipantClient",
						Map.of("status", "UP")));
			assertThat(this.requests).hasSize(2)
				.anyMatch((uri) -> uri.startsWith("/v1/ParticipantConversations"))
				.anyMatch((uri) -> uri.startsWith("/v1/Services/IS"));
		}
	}

	@Test
	void endpointUsesAResultAgainForAMinute() throws Exception {
		try (ConfigurableApplicationContext context = run(Application.class, ENABLED)) {
			get(context);
			this.clock.advanceTimeBy(Duration.ofSeconds(59));
			get(context);
			assertThat(this.requests).hasSize(2);
			this.clock.advanceTimeBy(Duration.ofSeconds(1));
			get(context);
			assertThat(this.requests).hasSize(4);
		}
	}

	@Test
	void endpointWhenAClientFailsShowsNumbersOnly() throws Exception {
		this.status = 401;
		this.answer = "{\"code\":20003,\"message\":\"mark mark@x.example +375255555555\"}";
		try (ConfigurableApplicationContext context = run(Application.class, ENABLED)) {
			HttpResponse<String> response = get(context);
			assertThat(response.statusCode()).isEqualTo(503);
			assertThat(new JsonContent(response.body())).extractingPath(CLIENTS + ".participantClient")
				.isEqualTo(Map.of("status", "DOWN", "details",
						Map.of("error", "AuthenticationFailedException", "status", 401, "code", 20003)));
			assertThat(response.body()).doesNotContain("mark", Sids.SK1, "375255555555",
					ConversationsHealthIndicator.IDENTITY);
		}
	}

	@Test
	void endpointUnlessAskedForAsksNoClient() throws Exception {
		try (ConfigurableApplicationContext context = run(Application.class)) {
			assertThat(get(context).body()).contains("ping").doesNotContain("twilioConversations");
			assertThat(this.requests).isEmpty();
		}
	}

	@Test
	void endpointWithoutClientsIsThere() throws Exception {
		try (ConfigurableApplicationContext context = run(ApplicationWithoutClients.class, ENABLED)) {
			assertThat(get(context).body()).contains("ping").doesNotContain("participantClient");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = ConversationsAutoConfiguration.class)
	static class ApplicationWithoutClients {

	}

}
