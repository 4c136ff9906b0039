package dev.conversations.autoconfigure.observation;

import java.time.Duration;

import dev.conversations.autoconfigure.ConversationsAutoConfiguration;
import dev.conversations.client.ParticipantClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Metrics and observation are there where the application has a registry.
 */
class ConversationsMetricsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ConversationsMetricsAutoConfiguration.class,
				ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class))
		.withPropertyValues("twilio.account-sid=AC1", "twilio.auth-token=t",
				"twilio.conversations.base-url=http://127.0.0.1:1", "twilio.conversations.retry.max-attempts=1",
				"twilio.conversations.max-concurrent-requests=7",
				"twilio.conversations.clients.support.max-concurrent-requests=5");

	@Test
	void gaugesAreTaggedWithTheNameOfTheBean() {
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			context.getBeansOfType(ParticipantClient.class);
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(permits(registry, "participantClient")).isEqualTo(7);
			assertThat(permits(registry, "supportParticipantClient")).isEqualTo(5);
		});
	}

	private static double permits(MeterRegistry registry, String client) {
		return registry.get("twilio.conversations.permits").tag("client", client).gauge().value();
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
			context.getBean("participantClient", ParticipantClient.class)
				.fetch("CH", "ada")
				.materialize()
				.block(Duration.ofSeconds(10));
			TestObservationRegistryAssert.assertThat(observations)
				.hasNumberOfObservationsWithNameEqualTo("twilio.conversations", 1)
				.hasNumberOfObservationsWithNameEqualTo("http.client.requests", 1);
		});
	}

}
