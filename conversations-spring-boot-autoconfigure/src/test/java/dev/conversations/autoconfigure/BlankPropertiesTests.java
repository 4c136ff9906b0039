package dev.conversations.autoconfigure;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A blank value is as good as none, whatever the property.
 */
class BlankPropertiesTests {

	private static final List<String> CREDENTIALS = List.of("twilio.account-sid", "twilio.auth-token");

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class))
		.withPropertyValues("twilio.account-sid=" + Sids.AC1, "twilio.auth-token=secret-4711",
				"twilio.conversations.clients.support.paging.page-size=20",
				"twilio.conversations.clients.support.paging.read-ahead=false");

	@ParameterizedTest
	@MethodSource("properties")
	void blankValueIsAbsent(String property) {
		this.runner.withPropertyValues(property + "=")
			.run((context) -> assertThat(context).hasNotFailed().hasBean("participantClient"));
	}

	@ParameterizedTest
	@MethodSource("properties")
	void blankValueOfNamedClientIsAbsent(String property) {
		String name = property.replaceFirst("^twilio[.](conversations[.])?", "twilio.conversations.clients.support.");
		this.runner.withPropertyValues(name + "=")
			.run((context) -> assertThat(context).hasNotFailed().hasBean("supportParticipantClient"));
	}

	private static List<String> properties() throws Exception {
		return ConfigurationMetadataTests.properties()
			.stream()
			.map((property) -> property.path("name").asString())
			.filter((name) -> name.startsWith("twilio.") && !name.endsWith(".clients") && !CREDENTIALS.contains(name))
			.toList();
	}

}
