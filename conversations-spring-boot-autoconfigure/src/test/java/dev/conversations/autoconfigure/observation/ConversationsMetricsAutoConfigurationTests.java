package dev.conversations.autoconfigure.observation;

import java.time.Duration;
import java.util.List;

import dev.conversations.autoconfigure.ConversationsAutoConfiguration;
import dev.conversations.autoconfigure.Sids;
import dev.conversations.client.BasicCredentials;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.TwilioConversations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Metrics and observation are there where the application has a registry.
 */
class ConversationsMetricsAutoConfigurationTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final List<String> GAUGES = List.of("twilio.conversations.accounts", "twilio.conversations.permits",
			"twilio.conversations.requests.active", "twilio.conversations.requests.waiting");

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ConversationsMetricsAutoConfiguration.class,
				ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class))
		.withPropertyValues("twilio.account-sid=" + Sids.AC1, "twilio.auth-token=t",
				"twilio.conversations.base-url=http://127.0.0.1:1", "twilio.conversations.retry.max-attempts=1",
				"twilio.conversations.max-concurrent-requests=7",
				"twilio.conversations.clients.support.max-concurrent-requests=5");

	private final ApplicationContextRunner metered = this.runner.withBean(MeterRegistry.class,
			SimpleMeterRegistry::new);

	@Test
	void gaugesAreTaggedWithTheNameOfTheClient() {
		this.metered.run((context) -> {
			context.getBeansOfType(ParticipantClient.class);
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(gauge(registry, "permits", "default")).isEqualTo(7);
			assertThat(gauge(registry, "permits", "support")).isEqualTo(5);
		});
	}

	@Test
	void gaugesMakeNoClient() {
		this.metered.run((context) -> {
			assertThat(context.getBean(MeterRegistry.class).getMeters()).isEmpty();
			assertThat(context.getBeanFactory().containsSingleton("twilioTransport")).isFalse();
		});
	}

	@Test
	void gaugesAreThereWhenClientsAreProxied() {
		BeanNameAutoProxyCreator proxies = new BeanNameAutoProxyCreator();
		proxies.setBeanNames("participantClient", "twilioConversations");
		this.metered.withBean(BeanNameAutoProxyCreator.class, () -> proxies).run((context) -> {
			assertThat(AopUtils.isAopProxy(context.getBean(ParticipantClient.class))).isTrue();
			assertThat(gauge(context.getBean(MeterRegistry.class), "permits", "default")).isEqualTo(7);
		});
	}

	@Test
	void gaugesCountTheRequestsOfAllAccountsAndDoNotGrowWithThem() {
		DisposableServer silent = HttpServer.create()
			.host("127.0.0.1")
			.handle((request, response) -> Flux.never())
			.bindNow();
		this.metered
			.withPropertyValues("twilio.conversations.base-url=http://127.0.0.1:" + silent.port(),
					"twilio.conversations.max-concurrent-requests=1", "twilio.conversations.http.max-connections=2",
					"twilio.conversations.clients.support.max-concurrent-requests=2")
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				TwilioConversations twilio = context.getBean("twilioConversations", TwilioConversations.class);
				for (int i = 0; i < 9; i++) {
					String sid = Sids.AC2.substring(0, 33) + i;
					Mono<?> fetch = twilio.forAccount(new BasicCredentials(sid, "t", sid))
						.participants()
						.fetch("CH", "ada");
					fetch.onErrorComplete().subscribe();
					fetch.onErrorComplete().subscribe();
				}
				assertThat(gauge(registry, "requests.active", "default")).isEqualTo(2);
				assertThat(gauge(registry, "requests.waiting", "default")).isEqualTo(16);
				assertThat(gauge(registry, "permits", "default")).isEqualTo(1);
				assertThat(gauge(registry, "accounts", "default")).isEqualTo(9);
				assertThat(registry.getMeters()).extracting((meter) -> meter.getId().getName())
					.filteredOn(GAUGES::contains)
					.containsExactlyInAnyOrderElementsOf(GAUGES);
			});
		silent.disposeNow();
	}

	private static double gauge(MeterRegistry registry, String name, String client) {
		return registry.get("twilio.conversations." + name).tag("client", client).gauge().value();
	}

	@Test
	void clientWithoutMetersIsThere() {
		this.runner.run((context) -> assertThat(context).hasBean("participantClient"));
		this.runner.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasBean("participantClient")
				.doesNotHaveBean(ConversationsMetricsAutoConfiguration.class));
	}

	@Test
	void operationsAreObservedByTheRegistryOfTheApplication() {
		TestObservationRegistry observations = TestObservationRegistry.create();
		this.runner.withBean(ObservationRegistry.class, () -> observations).run((context) -> {
			context.getBean("participantClient", ParticipantClient.class).fetch("CH", "ada").materialize().block(LIMIT);
			TestObservationRegistryAssert.assertThat(observations)
				.hasNumberOfObservationsWithNameEqualTo("twilio.conversations", 1)
				.hasNumberOfObservationsWithNameEqualTo("http.client.requests", 1);
		});
	}

}
