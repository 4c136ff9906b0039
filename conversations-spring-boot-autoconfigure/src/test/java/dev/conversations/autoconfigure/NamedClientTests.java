package dev.conversations.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import dev.conversations.client.ParticipantClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Clients beside the default one: their beans, what they inherit, and what they refuse.
 */
class NamedClientTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final String CONVERSATION = "CH" + "0".repeat(32);

	private static final String SUPPORT = "twilio.conversations.clients.support.";

	private LoopbackServer server;

	private ApplicationContextRunner runner;

	@BeforeEach
	void start() {
		this.server = LoopbackServer.start();
		this.runner = new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class))
			.withPropertyValues("twilio.conversations.base-url=" + this.server.url());
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	private ApplicationContextRunner withDefault(String... properties) {
		return this.runner.withPropertyValues("twilio.account-sid=" + Sids.AC1, "twilio.auth-token=t1")
			.withPropertyValues(properties);
	}

	private LoopbackServer.Received fetch(AssertableApplicationContext context, String bean) {
		assertThat(context).hasNotFailed();
		context.getBean(bean, ParticipantClient.class).fetch(CONVERSATION, "ada").block(LIMIT);
		return this.server.last();
	}

	@Test
	void clientIsInjectedByQualifierAndAsMapWhileTypeAloneGivesTheDefault() {
		withDefault(SUPPORT + "api-key=" + Sids.SK2, SUPPORT + "api-secret=s2").withUserConfiguration(Team.class)
			.run((context) -> {
				Team injected = context.getBean(Team.class);
				assertThat(injected.client).isSameAs(context.getBean("participantClient"));
				assertThat(injected.support).isSameAs(context.getBean("supportParticipantClient"))
					.isSameAs(context.getBean("support"))
					.isNotSameAs(injected.client);
				assertThat(injected.all).containsOnlyKeys("participantClient", "supportParticipantClient");
			});
	}

	@Test
	void clientWhenItSetsNothingButItsServiceInheritsTheRest() {
		withDefault("twilio.conversations.webhook-enabled=true", SUPPORT + "chat-service-sid=IS" + "1".repeat(32))
			.run((context) -> {
				LoopbackServer.Received request = fetch(context, "support");
				assertThat(request.target()).startsWith("/v1/Services/IS1");
				assertThat(request.authorization()).isEqualTo(LoopbackServer.basic(Sids.AC1 + ":t1"));
				assertThat(fetch(context, "participantClient").target()).startsWith("/v1/Conversations/");
			});
	}

	@Test
	void clientWhenItSetsAValueOverridesIt() {
		withDefault("twilio.conversations.http.compression=false",
				"twilio.conversations.chat-service-sid=IS" + "1".repeat(32), SUPPORT + "http.compression=true",
				SUPPORT + "chat-service-sid= ", SUPPORT + "base-url=" + this.server.url() + "/support")
			.run((context) -> {
				LoopbackServer.Received request = fetch(context, "support");
				assertThat(request.headers().get("Accept-Encoding")).isEqualTo("gzip");
				assertThat(request.target()).startsWith("/support/v1/Services/IS1");
				assertThat(fetch(context, "participantClient").headers().contains("Accept-Encoding")).isFalse();
			});
	}

	@ParameterizedTest
	@CsvSource({ "account-sid=" + Sids.AC2 + ",auth-token=t2," + Sids.AC2 + ":t2", "auth-token=t2,," + Sids.AC1 + ":t2",
			"api-key=" + Sids.SK2 + ",api-secret=s2," + Sids.SK2 + ":s2", "api-key=,auth-token= ," + Sids.SK1 + ":s1",
			"region=ie1,," + Sids.SK1 + ":s1" })
	void credentialsAreInheritedAsAWhole(String one, String other, String expected) {
		withDefault("twilio.api-key=" + Sids.SK1, "twilio.api-secret=s1", SUPPORT + one,
				(other != null) ? SUPPORT + other : "a=b")
			.run((context) -> assertThat(fetch(context, "support").authorization())
				.isEqualTo(LoopbackServer.basic(expected)));
	}

	@Test
	void regionAndEdgeAreInherited() {
		new ApplicationContextRunner().withUserConfiguration(TwilioPropertiesConfiguration.class)
			.withPropertyValues("twilio.edge=frankfurt", SUPPORT + "region=ie1")
			.run((context) -> {
				TwilioProperties properties = context.getBean(TwilioProperties.class);
				TwilioAccount parent = TwilioAccount.of("twilio", properties);
				NamedClientProperties support = properties.getConversations().getClients().get("support");
				TwilioAccount account = TwilioAccount.of("x", support).inherit(parent);
				assertThat(TwilioEndpoint.of(account.region(), account.edge()))
					.hasToString("https://conversations.frankfurt.ie1.twilio.com");
			});
	}

	@Test
	void onlyNamedClientWhenNothingElseHasCredentialsIsInjectedByTypeAlone() {
		this.runner.withPropertyValues(SUPPORT + "api-key=" + Sids.SK2, SUPPORT + "api-secret=s2").run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(ParticipantClient.class);
			assertThat(context.getBean(ParticipantClient.class)).isSameAs(context.getBean("support"));
		});
	}

	@Test
	void namedClientsWhenNothingElseHasCredentialsMustBeToldApart() {
		this.runner
			.withPropertyValues(SUPPORT + "api-key=" + Sids.SK2, SUPPORT + "api-secret=s2",
					"twilio.conversations.clients.sales.api-key=" + Sids.SK3,
					"twilio.conversations.clients.sales.api-secret=s3")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBeansOfType(ParticipantClient.class)).hasSize(2);
				assertThatExceptionOfType(NoUniqueBeanDefinitionException.class)
					.isThrownBy(() -> context.getBean(ParticipantClient.class));
			});
	}

	@Test
	void clientOfTheApplicationWinsOverNamedOnes() {
		ParticipantClient own = Mockito.mock(ParticipantClient.class);
		withDefault(SUPPORT + "api-key=" + Sids.SK2, SUPPORT + "api-secret=s2")
			.withBean("own", ParticipantClient.class, () -> own)
			.run((context) -> {
				assertThat(context.getBean(ParticipantClient.class)).isSameAs(own);
				assertThat(context.getBeansOfType(ParticipantClient.class)).containsOnlyKeys("own",
						"supportParticipantClient");
			});
	}

	@Test
	void clientsFromTheEnvironmentAreNamedWithoutDashes() {
		withDefault()
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("systemEnvironment",
						Map.of("TWILIO_CONVERSATIONS_CLIENTS_EUWEST_ACCOUNT_SID", Sids.AC2,
								"TWILIO_CONVERSATIONS_CLIENTS_EUWEST_AUTH_TOKEN", "t2"))))
			.run((context) -> assertThat(fetch(context, "euwest").authorization())
				.isEqualTo(LoopbackServer.basic(Sids.AC2 + ":t2")));
	}

	@Test
	void connectionDetailsOfTheApplicationServeTheClientsThatSayNothingElse() {
		OwnConnection connection = new OwnConnection(this.server.url());
		this.runner.withBean(ConversationsConnectionDetails.class, () -> connection)
			.withPropertyValues(SUPPORT + "paging.page-size=5",
					"twilio.conversations.clients.sales.api-key=" + Sids.SK3,
					"twilio.conversations.clients.sales.api-secret=s3", "twilio.conversations.clients.vault.region=ie1")
			.run((context) -> {
				assertThat(fetch(context, "participantClient").authorization())
					.isEqualTo(LoopbackServer.basic("ACown:own"));
				assertThat(fetch(context, "support").authorization()).isEqualTo(LoopbackServer.basic("ACown:own"));
				assertThat(fetch(context, "sales").authorization()).isEqualTo(LoopbackServer.basic(Sids.SK3 + ":s3"));
				assertThat(fetch(context, "vault").authorization()).isEqualTo(LoopbackServer.basic("ACown:vault"));
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			support.account-sid=AChidden          | 'twilio.conversations.clients.support.auth-token' is missing
			support.api-key=SKhidden              | 'twilio.conversations.clients.support.api-secret' is missing
			support.api-secret=hidden             | 'twilio.conversations.clients.support.api-key' is missing
			support.paging.page-size=0            | 'twilio.conversations.clients.support.paging.page-size' must be
			support.http.max-connections=0        | 'twilio.conversations.clients.support.http.max-connections' must be
			support.chat-service-sid=hidden       | 'twilio.conversations.clients.support.chat-service-sid' must be
			support.base-url=http://hidden        | 'twilio.conversations.clients.support.base-url' would send
			support.base-url=hidden               | 'twilio.conversations.clients.support.base-url' must begin
			Default.region=ie1                    | 'twilio.conversations.clients.Default' has the name of the default
			a.b=c                                 | must have names of letters, digits and dashes""")
	void brokenRuleNamesThePropertyOfTheClient(String property, String description) {
		String name = property.startsWith("a.") ? "[" + property.replace("=", "].region=") : property;
		String prefix = "twilio.conversations.clients" + (name.startsWith("[") ? "" : ".");
		assertThat(ConfigurationFailureTests.describe(withDefault(prefix + name))).contains(description);
	}

	@ParameterizedTest
	@CsvSource({ "account-sid,auth-token,AC", "api-key,api-secret,SK" })
	void sidThatIsNoneNamesThePropertyOfTheClient(String sid, String secret, String prefix) {
		assertThat(ConfigurationFailureTests
			.describe(withDefault(SUPPORT + sid + "=" + prefix + "hidden", SUPPORT + secret + "=hidden")))
			.contains("'" + SUPPORT + sid + "' must be '" + prefix + "' and 32 hexadecimal digits");
	}

	@ParameterizedTest
	@CsvSource({ "support,true", "support2,true", "euWest,false", "eu-west,false", "eu_west,false" })
	void missingHalfNamesAVariableOnlyIfThatCanBind(String client, boolean variable) {
		String prefix = "twilio.conversations.clients." + client + ".";
		String advice = ConfigurationFailureTests.describe(withDefault(prefix + "account-sid=" + Sids.AC2));
		String name = "TWILIO_CONVERSATIONS_CLIENTS_" + client.toUpperCase(Locale.ROOT) + "_AUTH_TOKEN";
		assertThat(advice).contains("Set the property '" + prefix + "auth-token'");
		if (variable) {
			assertThat(advice).contains("the environment variable " + name);
			withDefault(prefix + "account-sid=" + Sids.AC2)
				.withInitializer((context) -> context.getEnvironment()
					.getPropertySources()
					.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", Map.of(name, "t2"))))
				.run((context) -> assertThat(fetch(context, client).authorization())
					.isEqualTo(LoopbackServer.basic(Sids.AC2 + ":t2")));
		}
		else {
			assertThat(advice).doesNotContain("environment", "TWILIO_");
		}
	}

	@Test
	void brokenRuleOfAnInheritedPropertyNamesTheInheritedOne() {
		assertThat(ConfigurationFailureTests.describe(this.runner.withPropertyValues(
				"twilio.conversations.paging.page-size=0", SUPPORT + "api-key=" + Sids.SK2, SUPPORT + "api-secret=s2")))
			.contains("'twilio.conversations.paging.page-size'");
	}

	@Test
	void missingCredentialsAreNamedAsThoseOfTheClient() {
		assertThat(ConfigurationFailureTests.describe(this.runner.withPropertyValues(SUPPORT + "region=ie1")))
			.contains("There are no credentials", SUPPORT + "account-sid", SUPPORT + "api-key");
	}

	@ParameterizedTest
	@CsvSource({ "eu-west,euwest", "eu-west,e-u-west", "EUwest,euwest", "eu_west,eu-west" })
	void namesThatDifferInDashesOrCaseOnlyAreRefused(String one, String other) {
		assertThat(ConfigurationFailureTests.describe(withDefault("twilio.conversations.clients." + one + ".region=ie1",
				"twilio.conversations.clients." + other + ".region=ie1")))
			.contains("twilio.conversations.clients." + one, "twilio.conversations.clients." + other,
					"differ in dashes");
	}

	@Configuration(proxyBeanMethods = false)
	static class Team {

		private final ParticipantClient client;

		private final ParticipantClient support;

		private final Map<String, ParticipantClient> all;

		@Autowired
		Team(ParticipantClient client, @Qualifier("support") ParticipantClient support,
				Map<String, ParticipantClient> all) {
			this.client = client;
			this.support = support;
			this.all = all;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(TwilioProperties.class)
	static class TwilioPropertiesConfiguration {

	}

	record OwnConnection(String url, String password) implements ConversationsConnectionDetails {

		OwnConnection(String url) {
			this(url, "own");
		}

		@Override
		public URI getBaseUrl() {
			return URI.create(this.url);
		}

		@Override
		public String getAccountSid() {
			return "ACown";
		}

		@Override
		public String getUsername() {
			return "ACown";
		}

		@Override
		public String getPassword() {
			return this.password;
		}

		@Override
		public ConversationsConnectionDetails forClient(String name) {
			return name.equals("vault") ? new OwnConnection(this.url, name) : null;
		}

	}

}
