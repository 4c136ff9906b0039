package dev.conversations.autoconfigure;

import java.time.Duration;

import dev.conversations.client.ParticipantClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the properties of OAuth 2.0 do on the wire, and what they must be.
 */
class OAuthPropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class))
		.withPropertyValues("twilio.oauth.client-id=OQhidden", "twilio.oauth.client-secret=hidden");

	@Test
	void clientCredentialsAreUsedInsteadOfTheOthers() {
		DisposableServer tokens = HttpServer.create()
			.host("127.0.0.1")
			.handle((request, response) -> response
				.sendString(Mono.just("{\"access_token\":\"t1\",\"expires_in\":3600}")))
			.bindNow();
		try (LoopbackServer server = LoopbackServer.start()) {
			this.runner.withPropertyValues("twilio.account-sid=AC1", "twilio.auth-token=t",
					"twilio.oauth.token-uri=http://127.0.0.1:" + tokens.port() + "/v2/token",
					"twilio.conversations.base-url=" + server.url(), "twilio.conversations.clients.support.api-key=SK2",
					"twilio.conversations.clients.support.api-secret=s2")
				.run((context) -> {
					fetch(context.getBean("participantClient", ParticipantClient.class));
					assertThat(server.last().authorization()).isEqualTo("Bearer t1");
					fetch(context.getBean("support", ParticipantClient.class));
					assertThat(server.last().authorization()).isEqualTo(LoopbackServer.basic("SK2:s2"));
				});
		}
		tokens.disposeNow();
	}

	private static void fetch(ParticipantClient client) {
		client.fetch("CH" + "0".repeat(32), "ada").block(Duration.ofSeconds(10));
	}

	@Test
	void tokensByDefaultAreTwilios() {
		this.runner.run((context) -> assertThat(
				context.getBean(ConversationsConnectionDetails.class).getOAuthClient().tokenUri())
			.hasToString("https://oauth.twilio.com/v2/token"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			twilio.oauth.client-secret=                    | 'twilio.oauth.client-secret' is missing
			twilio.oauth.token-uri=http://hidden.example   | 'twilio.oauth.token-uri' would send credentials unencrypted
			twilio.oauth.token-uri=hidden                  | 'twilio.oauth.token-uri' must begin with""")
	void brokenRuleNamesThePropertyAndNoSecret(String property, String description) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(TwilioConfigurationException.class)
				.hasMessageContaining(description)
				.hasMessageNotContaining("hidden"));
	}

}
