package dev.conversations.autoconfigure;

import java.net.URI;
import java.time.Duration;

import dev.conversations.autoconfigure.ConversationsConnectionDetails.OAuthClient;
import dev.conversations.client.ParticipantClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

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
			this.runner
				.withPropertyValues("twilio.account-sid=" + Sids.AC1, "twilio.auth-token=t",
						"twilio.oauth.token-uri=http://127.0.0.1:" + tokens.port() + "/v2/token",
						"twilio.conversations.base-url=" + server.url(),
						"twilio.conversations.clients.support.api-key=" + Sids.SK2,
						"twilio.conversations.clients.support.api-secret=s2")
				.run((context) -> {
					fetch(context.getBean("participantClient", ParticipantClient.class));
					assertThat(server.last().authorization()).isEqualTo("Bearer t1");
					fetch(context.getBean("support", ParticipantClient.class));
					assertThat(server.last().authorization()).isEqualTo(LoopbackServer.basic(Sids.SK2 + ":s2"));
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
		assertThat(ConfigurationFailureTests.describe(this.runner.withPropertyValues(property))).contains(description);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					support.oauth.token-uri=http://hidden.example | 'twilio.conversations.clients.support.oauth.token-uri' would
					support.oauth.token-uri=hidden                | 'twilio.conversations.clients.support.oauth.token-uri' must""")
	void brokenRuleOfANamedClientNamesItsOwnProperty(String property, String description) {
		assertThat(ConfigurationFailureTests
			.describe(this.runner.withPropertyValues("twilio.conversations.clients." + property)))
			.contains(description);
	}

	@ParameterizedTest
	@ValueSource(strings = { "twilio.oauth.token-uri", "twilio.conversations.base-url" })
	void brokenRuleOfAnInheritedAddressNamesTheInheritedProperty(String property) {
		assertThat(ConfigurationFailureTests.describe(this.runner.withPropertyValues("twilio.oauth.client-id=",
				"twilio.oauth.client-secret=", "twilio.conversations.clients.support.oauth.client-id=OQhidden",
				"twilio.conversations.clients.support.oauth.client-secret=hidden",
				property + "=http://hidden.example")))
			.contains("'" + property + "' would send", "'twilio.conversations.clients.support.allow-insecure'");
	}

	@ParameterizedTest
	@CsvSource({ "http://hidden.example,https://hidden.example,base URL",
			"https://hidden.example,http://hidden.example,token URI" })
	void addressOfTheApplicationsConnectionWhenItIsInsecureIsNoProperty(URI baseUrl, URI tokenUri, String description) {
		ConversationsConnectionDetails connection = Mockito.mock(ConversationsConnectionDetails.class);
		given(connection.getBaseUrl()).willReturn(baseUrl);
		given(connection.getOAuthClient()).willReturn(new OAuthClient("OQhidden", "hidden", tokenUri));
		assertThat(ConfigurationFailureTests
			.describe(this.runner.withBean(ConversationsConnectionDetails.class, () -> connection)))
			.contains("The " + description + " of the connection would send");
	}

	@Test
	void addressOfTheApplicationsConnectionWhenItHasNoHostIsRefused() {
		ConversationsConnectionDetails connection = Mockito.mock(ConversationsConnectionDetails.class);
		given(connection.getBaseUrl()).willReturn(URI.create("hidden:8080"));
		given(connection.getUsername()).willReturn(Sids.AC1);
		given(connection.getPassword()).willReturn("hidden");
		this.runner.withBean(ConversationsConnectionDetails.class, () -> connection)
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(IllegalArgumentException.class)
				.hasMessage("'baseUrl' must begin with 'http://' or 'https://'"));
	}

}
