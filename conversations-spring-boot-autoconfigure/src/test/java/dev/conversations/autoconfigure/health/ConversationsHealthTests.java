package dev.conversations.autoconfigure.health;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import dev.conversations.autoconfigure.ConversationsAutoConfiguration;
import dev.conversations.autoconfigure.Sids;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.mockito.Mockito;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Health of each client: off unless asked for, cached, and without personal data.
 */
class ConversationsHealthTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final AtomicInteger requests = new AtomicInteger();

	private final AtomicReference<String> answer = new AtomicReference<>("200 {\"conversations\":[],\"meta\":{}}");

	private DisposableServer server;

	private ApplicationContextRunner runner;

	@BeforeEach
	void start() {
		this.server = HttpServer.create().host("127.0.0.1").handle((request, response) -> {
			this.requests.incrementAndGet();
			String text = this.answer.get();
			return response.status(Integer.parseInt(text.substring(0, 3))).sendString(Mono.just(text.substring(4)));
		}).bindNow();
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ConversationsAutoConfiguration.class,
					WebClientAutoConfiguration.class, ConversationsHealthContributorAutoConfiguration.class))
			.withPropertyValues("twilio.api-key=" + Sids.SK1, "twilio.api-secret=s",
					"twilio.conversations.base-url=http://127.0.0.1:" + this.server.port());
	}

	@AfterEach
	void stop() {
		this.server.disposeNow();
	}

	private ApplicationContextRunner enabled() {
		return this.runner.withPropertyValues("management.health.twilio-conversations.enabled=true");
	}

	private static Health health(CompositeReactiveHealthContributor clients, String client) {
		return ((ReactiveHealthIndicator) clients.getContributor(client)).health().block(LIMIT);
	}

	@Test
	void healthUnlessAskedForIsNotChecked() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(CompositeReactiveHealthContributor.class));
		enabled().withClassLoader(new FilteredClassLoader(ReactiveHealthIndicator.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("twilioConversationsHealthContributor"));
	}

	@Test
	void healthHasAnEntryForEachClient() {
		enabled().withPropertyValues("twilio.conversations.clients.support.region=ie1").run((context) -> {
			CompositeReactiveHealthContributor clients = context.getBean(CompositeReactiveHealthContributor.class);
			assertThat(clients.stream().map((entry) -> entry.name())).containsExactlyInAnyOrder("participantClient",
					"supportParticipantClient");
			assertThat(this.requests).hasValue(0);
			assertThat(health(clients, "supportParticipantClient")).isEqualTo(Health.up().build());
			assertThat(this.requests).hasValue(1);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					401 {"code":20003,"message":"ada +375255555555"} | DOWN {error=AuthenticationFailedException, status=401, code=20003}
					503 <html>ada</html>                              | DOWN {error=TwilioApiException, status=503}
					200 ada                                           | DOWN {error=TwilioConnectionException}
					404 {"code":20404,"message":"ada"}               | UP {error=NotFoundException, status=404, code=20404}
					429 {"code":20429}                                | UP {error=RateLimitedException, status=429, code=20429}""")
	void healthWhenTheAnswerIsAnErrorShowsNumbersOnly(String answer, String expected) {
		this.answer.set(answer);
		enabled().withPropertyValues("twilio.conversations.retry.max-attempts=1").run((context) -> {
			CompositeReactiveHealthContributor clients = context.getBean(CompositeReactiveHealthContributor.class);
			assertThat(health(clients, "participantClient")).hasToString(expected);
		});
	}

	@ParameterizedTest
	@CsvSource({ ", 1, 60", "cache-time-to-live=5s, 1, 5", "cache-time-to-live=0s, 3, 0" })
	void resultIsUsedAgain(String property, int requests, int seconds) {
		AtomicInteger checks = new AtomicInteger();
		ParticipantClient client = Mockito.mock(ParticipantClient.class);
		BDDMockito.given(client.listConversations(ArgumentMatchers.any(), ArgumentMatchers.any()))
			.willReturn(Flux.defer(() -> {
				checks.incrementAndGet();
				return Flux.empty();
			}));
		VirtualTimeScheduler clock = VirtualTime.start();
		try {
			enabled().withBean("own", ParticipantClient.class, () -> client)
				.withPropertyValues((property != null) ? "management.health.twilio-conversations." + property : "a=b")
				.run((context) -> {
					CompositeReactiveHealthContributor clients = context
						.getBean(CompositeReactiveHealthContributor.class);
					for (int i = 0; i < 3; i++) {
						health(clients, "own");
					}
					assertThat(checks).hasValue(requests);
					clock.advanceTimeBy(Duration.ofSeconds(seconds + 1));
					health(clients, "own");
					assertThat(checks).hasValue(requests + 1);
				});
		}
		finally {
			VirtualTimeScheduler.reset();
		}
	}

}
