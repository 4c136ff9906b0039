package dev.conversations.autoconfigure.search;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import dev.conversations.autoconfigure.ConversationsConnectionDetails;
import dev.conversations.client.TwilioConversations;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One application with a default client that uses OAuth, named clients, observation,
 * metrics and health, whose logs are all at TRACE: every operation meets every answer,
 * and nothing that the application lets out shows personal data or a credential.
 */
@Tag("long")
class PersonalDataSearchTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final String PACKAGE = "dev.conversations.client.";

	private static final String SUPPORT = "twilio.conversations.clients.support.";

	private static final String PROXIED = "twilio.conversations.clients.proxied.";

	private static final String REFUSED = "twilio.conversations.clients.refused.";

	private static final List<String> SEEN = List.of("log org.springframework.http.codec",
			"log dev.conversations.client: Client", "observation twilio.conversations",
			"observation http.client.requests", "meter MeterId{name='twilio", "meter MeterId{name='http.client",
			"health {", "value Participant[", "value ParticipantConversation[", "value Conversation[", "value Page[",
			"bean TwilioTransport[support]", "error " + PACKAGE + "AuthenticationFailedException",
			"error " + PACKAGE + "ConflictException", "error " + PACKAGE + "NotFoundException",
			"error " + PACKAGE + "PagingException", "error " + PACKAGE + "RateLimitedException",
			"error " + PACKAGE + "TwilioApiException", "error " + PACKAGE + "TwilioConnectionException");

	private static final List<String> RECEIVED = List.of("Bearer " + Marks.SECRET, "Basic ",
			"client_secret=" + Marks.SECRET, "Attributes=", "Identity=qqperson", "Address=qqperson",
			"/v1/Conversations/qqpath", "/v1/Services/IS", "/Participants/qqpath", "UniqueName=qqperson",
			"Bindings.Email.Address=qqperson", "Participant=%7B", "/Conversations?State=qqperson");

	private final OutputCollector collector = new OutputCollector();

	private final HttpClient http = HttpClient.newHttpClient();

	private MarkedServer server;

	private ConfigurableApplicationContext context;

	@BeforeEach
	void start() {
		this.server = new MarkedServer();
		this.context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.REACTIVE)
			.initializers((context) -> {
				this.collector.startLogging();
				((GenericApplicationContext) context).registerBean(OutputCollector.class, () -> this.collector);
			})
			.run(properties());
	}

	@AfterEach
	void stop() {
		this.context.close();
		this.collector.stopLogging();
		this.server.close();
	}

	private String[] properties() {
		return List
			.of("server.port=0", "management.endpoint.health.show-details=always",
					"management.health.twilio-conversations.enabled=true",
					"management.health.twilio-conversations.cache-time-to-live=0s",
					"twilio.oauth.client-id=OQ" + Marks.SECRET, "twilio.oauth.client-secret=" + Marks.SECRET,
					"twilio.oauth.token-uri=" + this.server.tokenUri(),
					"twilio.conversations.base-url=" + this.server.url(), "twilio.conversations.retry.max-attempts=2",
					"twilio.conversations.retry.min-backoff=1ms", "twilio.conversations.retry.max-backoff=2ms",
					"twilio.conversations.http.response-timeout=300ms",
					"twilio.conversations.http.max-in-memory-size=64KB", SUPPORT + "api-key=SK" + Marks.SID,
					SUPPORT + "api-secret=" + Marks.SECRET, SUPPORT + "chat-service-sid=IS" + "0".repeat(32),
					SUPPORT + "webhook-enabled=true", PROXIED + "account-sid=AC" + Marks.SID,
					PROXIED + "auth-token=" + Marks.SECRET, PROXIED + "http.proxy.host=127.0.0.1",
					PROXIED + "http.proxy.port=" + URI.create(this.server.url()).getPort(),
					PROXIED + "http.connect-timeout=200ms", PROXIED + "http.proxy.username=" + Marks.SECRET,
					PROXIED + "http.proxy.password=" + Marks.SECRET,
					REFUSED + "base-url=https://127.0.0.1:" + URI.create(this.server.url()).getPort())
			.stream()
			.map((property) -> "--" + property)
			.toArray(String[]::new);
	}

	@Test
	void nothingPersonalAndNoCredentialIsLetOut() {
		MarkedServer.answers()
			.forEach((answer) -> run(answer, MarkedServer.TOKEN, "twilioConversations", "supportTwilioConversations"));
		MarkedServer.tokenAnswers()
			.forEach((token) -> run(MarkedServer.Answer.error(404), token, "twilioConversations"));
		run(MarkedServer.Answer.error(400), MarkedServer.TOKEN, "proxiedTwilioConversations",
				"refusedTwilioConversations");
		this.collector.addMeters(this.context.getBean(MeterRegistry.class));
		addBeans();

		assertThat(this.collector.leaks()).isEmpty();
		assertThat(this.collector.paths()).isNotEmpty().filteredOn((text) -> !text.startsWith("qqpath")).isEmpty();
		assertThat(SEEN).allMatch((text) -> this.collector.seen().stream().anyMatch((seen) -> seen.startsWith(text)));
		assertThat(RECEIVED)
			.allMatch((text) -> this.server.received().stream().anyMatch((seen) -> seen.contains(text)));
	}

	private void run(MarkedServer.Answer answer, MarkedServer.Answer token, String... clients) {
		this.server.answerWith(answer, token);
		Flux.just(clients)
			.map((name) -> this.context.getBean(name, TwilioConversations.class))
			.flatMap((twilio) -> Flux.fromStream(Marks.operations(twilio)))
			.flatMap(this::run, 64)
			.blockLast(LIMIT);
		addHealth();
	}

	private Mono<?> run(Publisher<?> operation) {
		return Flux.from(operation).materialize().doOnNext(this::add).then();
	}

	private void add(Signal<?> signal) {
		if (signal.isOnError()) {
			this.collector.addError(signal.getThrowable());
		}
		this.collector.add("value", signal.get());
	}

	private void addHealth() {
		URI uri = URI.create("http://127.0.0.1:" + this.context.getEnvironment().getProperty("local.server.port")
				+ "/actuator/health");
		try {
			this.collector.add("health",
					this.http
						.send(HttpRequest.newBuilder(uri).timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString())
						.body());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void addBeans() {
		this.context.getBeansOfType(Object.class)
			.values()
			.stream()
			.filter((bean) -> bean.getClass().getName().startsWith("dev.conversations."))
			.forEach((bean) -> this.collector.add("bean", bean));
		this.collector.add("value", this.context.getBean(ConversationsConnectionDetails.class).getOAuthClient());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
