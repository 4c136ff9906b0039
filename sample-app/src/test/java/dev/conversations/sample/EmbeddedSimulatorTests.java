package dev.conversations.sample;

import dev.conversations.test.ConversationsSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the application talks to its simulator or to Twilio.
 */
class EmbeddedSimulatorTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(OnlySimulator.class);

	@Test
	void simulatorWithoutCredentialsIsThere() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(ConversationsSimulator.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "twilio.account-sid", "twilio.accountSid", "twilio.auth-token", "twilio.api-key",
			"twilio.api-secret", "twilio.oauth.client-id", "twilio.oauth.client-secret", "twilio.oauth.clientId" })
	void simulatorWithPropertyOfCredentialsIsNotThere(String property) {
		this.runner.withPropertyValues(property + "=x")
			.run((context) -> assertThat(context).doesNotHaveBean(ConversationsSimulator.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_API_KEY", "TWILIO_API_SECRET",
			"TWILIO_OAUTH_CLIENT_ID", "TWILIO_OAUTH_CLIENTSECRET" })
	void simulatorWithVariableOfCredentialsIsNotThere(String variable) {
		this.runner
			.withInitializer((context) -> TestPropertyValues.of(variable + "=x")
				.applyTo(context.getEnvironment(), TestPropertyValues.Type.SYSTEM_ENVIRONMENT))
			.run((context) -> assertThat(context).doesNotHaveBean(ConversationsSimulator.class));
	}

	@ParameterizedTest
	@CsvSource({ "twilio.auth-token=", "twilio.region=ie1", "twilio.oauth.token-uri=https://localhost/token" })
	void simulatorWithoutAnyOfTheCredentialsIsThere(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasSingleBean(ConversationsSimulator.class));
	}

	@Configuration(proxyBeanMethods = false)
	@Import(EmbeddedSimulator.class)
	static class OnlySimulator {

	}

}
