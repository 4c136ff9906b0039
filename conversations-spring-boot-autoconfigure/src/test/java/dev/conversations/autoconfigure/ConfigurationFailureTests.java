package dev.conversations.autoconfigure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A property that is missing or breaks a rule stops the application with an analysis that
 * names it and shows no value.
 */
class ConfigurationFailureTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class));

	@Test
	void missingCredentialsAreNamedAsPropertiesAndAsVariables() {
		FailureAnalysis analysis = analyze();
		assertThat(analysis.getDescription()).isEqualTo("There are no credentials for Twilio.");
		assertThat(analysis.getAction()).contains("twilio.account-sid", "twilio.auth-token", "TWILIO_ACCOUNT_SID",
				"TWILIO_AUTH_TOKEN", "twilio.api-key", "twilio.api-secret", "TWILIO_API_KEY", "TWILIO_API_SECRET");
	}

	static Stream<Arguments> halves() {
		return Stream.of(Arguments.of("twilio.account-sid", "twilio.auth-token", "TWILIO_AUTH_TOKEN"),
				Arguments.of("twilio.auth-token", "twilio.account-sid", "TWILIO_ACCOUNT_SID"),
				Arguments.of("twilio.api-key", "twilio.api-secret", "TWILIO_API_SECRET"),
				Arguments.of("twilio.api-secret", "twilio.api-key", "TWILIO_API_KEY"));
	}

	@ParameterizedTest
	@MethodSource("halves")
	void halfAPairNamesTheMissingHalf(String given, String missing, String variable) {
		FailureAnalysis analysis = analyze(given + "=hidden");
		assertThat(analysis.getDescription())
			.isEqualTo("The property '%s' is set, but '%s' is missing.".formatted(given, missing));
		assertThat(analysis.getAction()).contains(missing, variable);
	}

	@Test
	void halfAProxyNamesTheMissingHalf() {
		String proxy = "twilio.conversations.http.proxy.";
		assertThat(analyze("twilio.api-key=" + Sids.SK1, "twilio.api-secret=hidden", proxy + "host=hidden")
			.getDescription()).contains("'" + proxy + "port' is missing");
		assertThat(analyze("twilio.api-key=" + Sids.SK1, "twilio.api-secret=hidden", proxy + "password=hidden")
			.getDescription()).contains("'" + proxy + "username' is missing");
		assertThat(analyze("twilio.api-key=" + Sids.SK1, "twilio.api-secret=hidden", proxy + "port=1").getDescription())
			.contains("'" + proxy + "host' must be set");
		assertThat(analyze("twilio.api-key=" + Sids.SK1, "twilio.api-secret=hidden", proxy + "username=hid:den",
				proxy + "password=hidden")
			.getDescription()).contains("'" + proxy + "username' must not have a colon");
	}

	@Test
	void halfAPairIsAFailureBesideAWholeOneToo() {
		assertThat(analyze("twilio.account-sid=hidden", "twilio.auth-token=hidden", "twilio.api-key=hidden")
			.getDescription()).contains("'twilio.api-secret' is missing");
		assertThat(analyze("twilio.api-key=hidden", "twilio.api-secret=hidden", "twilio.auth-token=hidden")
			.getDescription()).contains("'twilio.account-sid' is missing");
	}

	static Stream<Arguments> rules() {
		return Stream.concat(rulesOfTheConnection(), rulesOfTheClient());
	}

	private static Stream<Arguments> rulesOfTheConnection() {
		return Stream.of(rule("conversations.base-url=http://hidden.example", "would send credentials unencrypted"),
				rule("conversations.base-url=ftp://hidden", "must begin with 'http://' or 'https://'"),
				rule("conversations.base-url=hidden", "must begin with 'http://' or 'https://'"),
				rule("conversations.base-url=https://", "is not a URL"),
				rule("conversations.base-url=https:///hidden", "must have a host"),
				rule("conversations.base-url=https://localhost:65536", "must have a port between 1 and 65535"),
				rule("conversations.base-url=https://localhost:0", "must have a port between 1 and 65535"),
				rule("conversations.base-url=https://hidden host", "is not a URL"),
				rule("conversations.base-url=https://u:hidden@localhost", "must have neither user information nor"),
				rule("conversations.base-url=https://localhost?hidden=1", "must have neither user information nor"),
				rule("conversations.base-url=https://localhost#hidden", "must have neither user information nor"),
				rule("account-sid=AChidden", "must be 'AC' and 32 hexadecimal digits"),
				rule("account-sid=" + Sids.SK1, "must be 'AC' and 32 hexadecimal digits"),
				rule("account-sid=" + Sids.AC1 + "0", "must be 'AC' and 32 hexadecimal digits"),
				rule("region=hidden9", "names a region whose edge is not known"),
				rule("region=hid.den", "must consist of letters, digits and dashes"),
				rule("edge=hid/den", "must consist of letters, digits and dashes"));
	}

	private static Stream<Arguments> rulesOfTheClient() {
		return Stream.of(rule("conversations.chat-service-sid=hidden", "must be 'IS' and 32 hexadecimal digits"),
				rule("conversations.paging.page-size=0", "must be between 1 and 1000"),
				rule("conversations.paging.page-size=1001", "must be between 1 and 1000"),
				rule("conversations.paging.max-empty-pages=-1", "must not be negative"),
				rule("conversations.http.max-connections=0", "must be positive"),
				rule("conversations.max-concurrent-requests=0", "must be positive"),
				rule("conversations.max-concurrent-requests=101", "must not be greater than 'http.max-connections'"),
				rule("conversations.writes-per-second=0", "must be positive"),
				rule("conversations.retry.max-attempts=0", "must be positive"),
				rule("conversations.retry.min-backoff=0s", "must be positive"),
				rule("conversations.retry.max-backoff=1ms", "must not be less than 'min-backoff'"),
				rule("conversations.retry.max-backoff=400000d", "must not be longer than 100 years"),
				rule("conversations.retry.max-retry-after=400000d", "must not be longer than 100 years"),
				rule("conversations.retry.max-retry-after=-1s", "must not be negative"),
				rule("conversations.http.max-idle-time=0s", "must be positive"),
				rule("conversations.http.connect-timeout=-1s", "must be positive"),
				rule("conversations.http.connect-timeout=30d", "must be less than 24 days"),
				rule("conversations.http.proxy.port=70000", "must be between 1 and 65535"),
				rule("conversations.http.response-timeout=0s", "must be positive"),
				rule("conversations.http.response-timeout=400000d", "must be less than 24 days"),
				rule("conversations.http.max-in-memory-size=2GB", "must be less than 2GB"),
				rule("conversations.http.max-in-memory-size=0B", "must be positive"),
				rule("conversations.http.max-in-memory-size=-3GB", "must be positive"));
	}

	private static Arguments rule(String property, String rule) {
		return Arguments.of("twilio." + property, rule);
	}

	@ParameterizedTest
	@MethodSource("rules")
	void brokenRuleNamesPropertyAndRule(String property, String rule) {
		FailureAnalysis analysis = analyze("twilio.account-sid=" + Sids.AC1, "twilio.auth-token=hidden", property);
		assertThat(analysis.getDescription()).contains(property.substring(0, property.indexOf('='))).contains(rule);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:1", "http://127.0.0.1:1", "http://127.9.9.9", "http://[::1]:1",
			"http://simulator.localhost", "https://host.example/path/", "HTTPS://HOST.EXAMPLE" })
	void secureOrLoopbackBaseUrlIsAccepted(String url) {
		this.runner
			.withPropertyValues("twilio.api-key=" + Sids.SK1, "twilio.api-secret=s",
					"twilio.conversations.base-url=" + url)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void plainHttpWhenAllowedIsAccepted() {
		this.runner
			.withPropertyValues("twilio.api-key=" + Sids.SK1, "twilio.api-secret=s",
					"twilio.conversations.base-url=http://host.example", "twilio.conversations.allow-insecure=true")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void analyzerIsRegistered() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, SpringFactoriesLoader.ArgumentResolver.none(),
					SpringFactoriesLoader.FailureHandler.handleMessage((message, failure) -> {
					})))
			.hasAtLeastOneElementOfType(TwilioConfigurationFailureAnalyzer.class);
	}

	private FailureAnalysis analyze(String... properties) {
		return analyze(this.runner.withPropertyValues(properties));
	}

	/**
	 * Description and action of an analysis.
	 */
	static String describe(ApplicationContextRunner runner) {
		FailureAnalysis analysis = analyze(runner);
		return analysis.getDescription() + analysis.getAction();
	}

	private static FailureAnalysis analyze(ApplicationContextRunner runner) {
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		runner.run((context) -> {
			Throwable failure = context.getStartupFailure();
			assertThat(failure).isNotNull();
			analysis[0] = new TwilioConfigurationFailureAnalyzer().analyze(failure);
			assertThat(analysis[0]).as("an analysis of " + failure).isNotNull();
			StringWriter trace = new StringWriter();
			failure.printStackTrace(new PrintWriter(trace));
			assertThat(analysis[0].getDescription() + analysis[0].getAction() + trace)
				.doesNotContainIgnoringCase("hidden");
		});
		return analysis[0];
	}

}
