package dev.conversations.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.conversations.client.NewParticipant;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.TwilioConnectionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mockito.Mockito;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Beans, and what the properties do on the wire.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationsAutoConfigurationTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final String CONVERSATION = "CH" + "0".repeat(32);

	private static final String SERVICE = "IS" + "0".repeat(32);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, HttpClientAutoConfiguration.class,
				CodecsAutoConfiguration.class, JacksonAutoConfiguration.class));

	private final List<LoopbackServer.Received> received = new CopyOnWriteArrayList<>();

	private final List<Connection> connections = new CopyOnWriteArrayList<>();

	private DisposableServer server;

	@BeforeAll
	void start() {
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.compress(true)
			.doOnConnection(this.connections::add)
			.route((routes) -> routes.get("/**/ParticipantConversations", (request, response) -> {
				this.received.add(new LoopbackServer.Received(request.uri(), request.requestHeaders().copy()));
				return response.header("Content-Type", "application/json").sendString(Mono.just(page(50, 16 * 1024)));
			}).get("/slow/**", (request, response) -> Flux.never()).route((request) -> true, (request, response) -> {
				this.received.add(new LoopbackServer.Received(request.uri(), request.requestHeaders().copy()));
				return response.header("Content-Type", "application/json").sendString(Mono.just("{}"));
			}))
			.bindNow();
	}

	@AfterAll
	void stop() {
		this.server.disposeNow();
	}

	private static String page(int records, int attributes) {
		String text = "\"" + "x".repeat(attributes) + "\"";
		String conversation = "{\"conversation_sid\":\"CH1\",\"conversation_attributes\":" + text
				+ ",\"conversation_state\":\"active\"}";
		return "{\"conversations\":[" + String.join(",", Collections.nCopies(records, conversation))
				+ "],\"meta\":{\"next_page_url\":null}}";
	}

	private ApplicationContextRunner connected(String path) {
		return this.runner.withPropertyValues("twilio.account-sid=" + Sids.AC1, "twilio.auth-token=token",
				"twilio.conversations.base-url=http://127.0.0.1:" + this.server.port() + path);
	}

	private static ParticipantClient client(AssertableApplicationContext context) {
		assertThat(context).hasNotFailed();
		return context.getBean(ParticipantClient.class);
	}

	private LoopbackServer.Received fetch(AssertableApplicationContext context) {
		this.received.clear();
		client(context).fetch(CONVERSATION, "ada").block(LIMIT);
		assertThat(this.received).hasSize(1);
		return this.received.get(0);
	}

	@Test
	void clientWhenCredentialsAreGivenSendsThem() {
		connected("").run((context) -> {
			LoopbackServer.Received request = fetch(context);
			assertThat(request.target()).isEqualTo("/v1/Conversations/" + CONVERSATION + "/Participants/ada");
			assertThat(request.authorization()).isEqualTo(LoopbackServer.basic(Sids.AC1 + ":token"));
		});
	}

	@Test
	void apiKeyIsPreferred() {
		connected("").withPropertyValues("twilio.api-key=" + Sids.SK1, "twilio.api-secret=secret")
			.run((context) -> assertThat(fetch(context).authorization())
				.isEqualTo(LoopbackServer.basic(Sids.SK1 + ":secret")));
	}

	@Test
	void apiKeyIsEnoughAlone() {
		connected("")
			.withPropertyValues("twilio.api-key=" + Sids.SK1, "twilio.api-secret=secret", "twilio.account-sid=",
					"twilio.auth-token= ")
			.run((context) -> assertThat(fetch(context).authorization())
				.isEqualTo(LoopbackServer.basic(Sids.SK1 + ":secret")));
	}

	@Test
	void environmentVariablesBindAsTheyAre() {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("systemEnvironment",
						Map.of("TWILIO_ACCOUNT_SID", Sids.AC2, "TWILIO_AUTH_TOKEN", "t2", "TWILIO_API_KEY", Sids.SK2,
								"TWILIO_API_SECRET", "s2", "TWILIO_REGION", "ie1", "TWILIO_EDGE", "frankfurt"))))
			.run((context) -> assertThat(context.getBean(TwilioProperties.class))
				.extracting(TwilioProperties::getAccountSid, TwilioProperties::getAuthToken,
						TwilioProperties::getApiKey, TwilioProperties::getApiSecret, TwilioProperties::getRegion,
						TwilioProperties::getEdge)
				.containsExactly(Sids.AC2, "t2", Sids.SK2, "s2", "ie1", "frankfurt"));
	}

	@Test
	void clientStartsOutInTheChatService() {
		connected("").withPropertyValues("twilio.conversations.chat-service-sid=" + SERVICE)
			.run((context) -> assertThat(fetch(context).target()).startsWith("/v1/Services/" + SERVICE + "/"));
	}

	@Test
	void pathOfTheBaseUrlStaysInFront() {
		connected("/proxy/").run((context) -> assertThat(fetch(context).target()).startsWith("/proxy/v1/"));
	}

	@Test
	void webhookHeaderIsSentByDefaultWhenConfigured() {
		connected("").withPropertyValues("twilio.conversations.webhook-enabled=true").run((context) -> {
			this.received.clear();
			client(context).create(CONVERSATION, NewParticipant.chat("ada")).block(LIMIT);
			assertThat(this.received.get(0).headers().get("X-Twilio-Webhook-Enabled")).isEqualTo("true");
		});
	}

	@Test
	void pageSizeIsConfigured() {
		connected("").withPropertyValues("twilio.conversations.paging.page-size=20").run((context) -> {
			this.received.clear();
			client(context).listConversations(ParticipantIdentifier.identity("ada")).blockLast(LIMIT);
			assertThat(this.received.get(0).target()).endsWith("&PageSize=20");
		});
	}

	@Test
	void largestPageIsReadByDefault() {
		connected("").run((context) -> {
			List<ParticipantConversation> conversations = client(context)
				.listConversations(ParticipantIdentifier.identity("ada"))
				.collectList()
				.block(LIMIT);
			assertThat(conversations).hasSize(50)
				.allMatch((conversation) -> conversation.conversationAttributes().length() == 16 * 1024);
		});
	}

	@Test
	void memoryIsLimited() {
		connected("").withPropertyValues("twilio.conversations.http.max-in-memory-size=10KB")
			.run((context) -> assertThatExceptionOfType(TwilioConnectionException.class)
				.isThrownBy(
						() -> client(context).listConversations(ParticipantIdentifier.identity("ada")).blockLast(LIMIT))
				.withMessageEndingWith("the answer is too large"));
	}

	@Test
	void responseTimeoutIsConfigured() {
		connected("/slow").withPropertyValues("twilio.conversations.http.response-timeout=100ms")
			.run((context) -> assertThatExceptionOfType(TwilioConnectionException.class)
				.isThrownBy(() -> client(context).fetch(CONVERSATION, "ada").block(LIMIT))
				.withMessageEndingWith("the answer took too long"));
	}

	@Test
	void compressionIsAskedForUnlessTurnedOff() {
		connected("").run((context) -> assertThat(fetch(context).headers().get("Accept-Encoding")).isEqualTo("gzip"));
		connected("").withPropertyValues("twilio.conversations.http.compression=false")
			.run((context) -> assertThat(fetch(context).headers().contains("Accept-Encoding")).isFalse());
	}

	@Test
	void settingsOfTheApplicationsJsonHaveNoEffect() {
		connected("")
			.withPropertyValues("spring.jackson.property-naming-strategy=UPPER_CAMEL_CASE",
					"spring.jackson.deserialization.fail-on-unknown-properties=true",
					"spring.jackson.deserialization.unwrap-root-value=true",
					"spring.http.codecs.max-in-memory-size=1KB", "spring.http.codecs.log-request-details=true")
			.run((context) -> assertThat(client(context).listConversations(ParticipantIdentifier.identity("ada"))
				.map(ParticipantConversation::conversationSid)
				.distinct()
				.collectList()
				.block(LIMIT)).containsExactly("CH1"));
	}

	@Test
	void clientOfTheApplicationWinsAndNeedsNoCredentials() {
		this.runner.withUserConfiguration(OwnClient.class).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(ParticipantClient.class);
			assertThat(context).getBean(ParticipantClient.class).isSameAs(OwnClient.CLIENT);
		});
	}

	@Test
	void connectionDetailsOfTheApplicationReplaceTheProperties() {
		this.runner.withBean(ConversationsConnectionDetails.class, () -> new OwnConnection(this.server.port()))
			.run((context) -> {
				assertThat(fetch(context).authorization()).isEqualTo(LoopbackServer.basic("SKown:1"));
				assertThat(fetch(context).authorization()).isEqualTo(LoopbackServer.basic("SKown:2"));
			});
	}

	@Test
	void connectionsAreNoBeans() {
		connected("").run((context) -> {
			fetch(context);
			assertThat(context).doesNotHaveBean(ConnectionProvider.class);
		});
	}

	@Test
	void connectionsAreClosedWithTheContext() {
		connected("").run((context) -> {
			fetch(context);
			Connection connection = this.connections.get(this.connections.size() - 1);
			context.getSourceApplicationContext().close();
			connection.onDispose().block(LIMIT);
			assertThat(connection.isDisposed()).isTrue();
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnClient {

		static final ParticipantClient CLIENT = Mockito.mock(ParticipantClient.class);

		@Bean
		ParticipantClient ownParticipantClient() {
			return CLIENT;
		}

	}

	static class OwnConnection implements ConversationsConnectionDetails {

		private final int port;

		private int passwords;

		OwnConnection(int port) {
			this.port = port;
		}

		@Override
		public URI getBaseUrl() {
			return URI.create("http://127.0.0.1:" + this.port);
		}

		@Override
		public String getAccountSid() {
			return "ACown";
		}

		@Override
		public String getUsername() {
			return "SKown";
		}

		@Override
		public String getPassword() {
			this.passwords++;
			return Integer.toString(this.passwords);
		}

	}

}
