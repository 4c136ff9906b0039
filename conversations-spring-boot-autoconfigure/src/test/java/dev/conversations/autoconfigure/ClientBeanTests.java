package dev.conversations.autoconfigure;

import java.time.Duration;
import java.util.function.Consumer;

import dev.conversations.client.ConversationClient;
import dev.conversations.client.NewConversation;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.TwilioConversations;
import dev.conversations.client.TwilioTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Beans of the default client and of a named one, and those with which an application
 * takes their place.
 */
class ClientBeanTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final String CONVERSATION = "CH" + "0".repeat(32);

	private static final String SERVICE = "IS" + "1".repeat(32);

	private final LoopbackServer server = LoopbackServer.start();

	private final ApplicationContextRunner unconfigured = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class));

	private final ApplicationContextRunner runner = this.unconfigured.withPropertyValues(
			"twilio.account-sid=" + Sids.AC1, "twilio.auth-token=t1",
			"twilio.conversations.base-url=" + this.server.url());

	private final ApplicationContextRunner withSupport = this.runner.withPropertyValues(
			"twilio.conversations.clients.support.api-key=" + Sids.SK2,
			"twilio.conversations.clients.support.api-secret=s2");

	@AfterEach
	void stop() {
		this.server.close();
	}

	private String authorization(ParticipantClient client) {
		client.fetch(CONVERSATION, "ada").block(LIMIT);
		return this.server.last().authorization();
	}

	private String authorization(ConversationClient client) {
		client.create(NewConversation.create()).block(LIMIT);
		return this.server.last().authorization();
	}

	@Test
	void beansByTypeAloneAreThoseOfTheDefaultClient() {
		this.withSupport.withUserConfiguration(ByType.class).run((context) -> {
			ByType injected = context.getBean(ByType.class);
			assertThat(injected.entry).isSameAs(context.getBean("twilioConversations"));
			assertThat(injected.participants).isSameAs(context.getBean("participantClient"));
			assertThat(injected.conversations).isSameAs(context.getBean("conversationClient"));
			assertThat(authorization(injected.participants)).isEqualTo(LoopbackServer.basic(Sids.AC1 + ":t1"));
			assertThat(authorization(injected.conversations)).isEqualTo(LoopbackServer.basic(Sids.AC1 + ":t1"));
		});
	}

	@Test
	void beansByTheNameOfTheClientAreThoseOfTheNamedClient() {
		this.withSupport.withUserConfiguration(ByClient.class).run((context) -> {
			ByClient injected = context.getBean(ByClient.class);
			assertThat(injected.entry).isSameAs(context.getBean("supportTwilioConversations"));
			assertThat(injected.participants).isSameAs(context.getBean("supportParticipantClient"))
				.isSameAs(context.getBean("support"));
			assertThat(injected.conversations).isSameAs(context.getBean("supportConversationClient"));
			assertThat(authorization(injected.participants)).isEqualTo(LoopbackServer.basic(Sids.SK2 + ":s2"));
			assertThat(authorization(injected.conversations)).isEqualTo(LoopbackServer.basic(Sids.SK2 + ":s2"));
			assertThat(authorization(injected.entry.participants())).isEqualTo(LoopbackServer.basic(Sids.SK2 + ":s2"));
		});
	}

	@Test
	void beansByTheirOwnNamesAreFoundToo() {
		this.withSupport.withUserConfiguration(ByBean.class).run((context) -> {
			ByBean injected = context.getBean(ByBean.class);
			assertThat(injected.entry).isSameAs(context.getBean("supportTwilioConversations"));
			assertThat(injected.participants).isSameAs(context.getBean("supportParticipantClient"));
			assertThat(injected.conversations).isSameAs(context.getBean("supportConversationClient"));
		});
	}

	@Test
	void transportsAreOneForEachClientAndNoCandidatesByType() {
		this.withSupport.withUserConfiguration(TransportByType.class).run((context) -> {
			assertThat(context.getBeansOfType(TwilioTransport.class)).containsOnlyKeys("twilioTransport",
					"supportTwilioTransport");
			assertThat(context.getBean("twilioTransport")).hasToString("TwilioTransport[default]");
			assertThat(context.getBean("supportTwilioTransport")).hasToString("TwilioTransport[support]");
			assertThat(context.getBean(TransportByType.class).transport.getIfAvailable()).isNull();
		});
	}

	@Test
	void clientsWhenNobodyAsksForThemAreNotMade() {
		this.withSupport.run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBeanFactory().containsSingleton("twilioTransport")).isFalse();
			assertThat(context.getBeanFactory().containsSingleton("supportTwilioTransport")).isFalse();
			assertThat(context.getBeanFactory().containsSingleton("twilioTransportFactory")).isFalse();
		});
	}

	@Test
	void viewAsABeanIsInItsServiceAndTakesThePlaceOfTheDefaultClient() {
		this.runner.withUserConfiguration(View.class).run((context) -> {
			authorization(context.getBean("support", ParticipantClient.class));
			assertThat(this.server.last().target()).startsWith("/v1/Services/" + SERVICE + "/");
			assertThat(context.getBean(ParticipantClient.class)).isSameAs(context.getBean("support"));
			assertThat(context).doesNotHaveBean("participantClient").hasBean("conversationClient");
		});
	}

	@Test
	void viewOfTheEntryAsABeanTakesThePlaceOfTheDefaultEntry() {
		this.withSupport.withUserConfiguration(ViewOfEntry.class).run((context) -> {
			assertThat(context.getBean(TwilioConversations.class)).isSameAs(context.getBean("desk"));
			authorization(context.getBean("participantClient", ParticipantClient.class));
			assertThat(this.server.last().target()).startsWith("/v1/Services/" + SERVICE + "/");
			authorization(context.getBean("twilioConversations", TwilioConversations.class).participants());
			assertThat(this.server.last().target()).startsWith("/v1/Conversations/");
		});
	}

	@Test
	void viewWithoutCredentialsNamesThem() {
		assertThat(ConfigurationFailureTests.describe(this.unconfigured.withUserConfiguration(View.class)))
			.contains("There are no credentials");
	}

	@Test
	void entryOfTheApplicationNeedsNoCredentials() {
		TwilioConversations own = Mockito.mock(TwilioConversations.class);
		ParticipantClient participants = Mockito.mock(ParticipantClient.class);
		Mockito.when(own.participants()).thenReturn(participants);
		this.unconfigured.withBean("own", TwilioConversations.class, () -> own).run(check((context) -> {
			assertThat(context.getBean(TwilioConversations.class)).isSameAs(own);
			assertThat(context.getBean(ParticipantClient.class)).isSameAs(participants);
		}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "participantClient", "own" })
	void clientOfTheApplicationNeedsNoCredentials(String name) {
		ParticipantClient own = Mockito.mock(ParticipantClient.class);
		for (boolean lazy : new boolean[] { false, true }) {
			this.unconfigured
				.withBean(name, ParticipantClient.class, () -> own, (definition) -> definition.setLazyInit(lazy))
				.run(check((context) -> assertThat(context.getBean(ParticipantClient.class)).isSameAs(own)));
		}
	}

	@Test
	void namedClientOfTheApplicationNeedsNoCredentials() {
		ParticipantClient own = Mockito.mock(ParticipantClient.class);
		this.runner.withPropertyValues("twilio.conversations.clients.support.account-sid=" + Sids.AC2)
			.withBean("supportParticipantClient", ParticipantClient.class, () -> own,
					(definition) -> definition.setLazyInit(true))
			.run(check((context) -> assertThat(context.getBean("support")).isSameAs(own)));
	}

	@Test
	void otherClientWithoutCredentialsNamesThemWhenItIsAskedFor() {
		this.unconfigured.withBean(ParticipantClient.class, () -> Mockito.mock(ParticipantClient.class))
			.run(check((context) -> assertThatExceptionOfType(BeanCreationException.class)
				.isThrownBy(() -> context.getBean(ConversationClient.class))
				.havingRootCause()
				.withMessage("There are no credentials for Twilio.")));
	}

	private static ContextConsumer<AssertableApplicationContext> check(Consumer<AssertableApplicationContext> check) {
		return (context) -> {
			assertThat(context).hasNotFailed();
			check.accept(context);
		};
	}

	record ByType(TwilioConversations entry, ParticipantClient participants, ConversationClient conversations) {

	}

	record ByClient(@Qualifier("support") TwilioConversations entry,
			@Qualifier("support") ParticipantClient participants,
			@Qualifier("support") ConversationClient conversations) {

	}

	record ByBean(@Qualifier("supportTwilioConversations") TwilioConversations entry,
			@Qualifier("supportParticipantClient") ParticipantClient participants,
			@Qualifier("supportConversationClient") ConversationClient conversations) {

	}

	record TransportByType(ObjectProvider<TwilioTransport> transport) {

	}

	@Configuration(proxyBeanMethods = false)
	static class View {

		@Bean
		ParticipantClient support(TwilioConversations twilio) {
			return twilio.inService(SERVICE).participants();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ViewOfEntry {

		@Bean
		TwilioConversations desk(TwilioConversations twilio) {
			return twilio.inService(SERVICE);
		}

	}

}
