package dev.conversations.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import dev.conversations.client.ConversationClient;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.TwilioConversations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Applications that were processed ahead of time, with one named client, and that run
 * with others.
 */
@Tag("long")
@CompileWithForkedClassLoader
class AheadOfTimeTests {

	private static final String CLIENTS = "twilio.conversations.clients.";

	@Test
	void clientsAreThoseOfTheRunTime() {
		try (LoopbackServer server = LoopbackServer.start()) {
			run(Application.class, (context) -> {
				assertThat(context.getBeansOfType(ParticipantClient.class)).containsOnlyKeys("participantClient",
						"salesParticipantClient");
				assertThat(context.getBeansOfType(ConversationClient.class)).containsOnlyKeys("conversationClient",
						"salesConversationClient");
				assertThat(context.getBeansOfType(TwilioConversations.class)).containsOnlyKeys("twilioConversations",
						"salesTwilioConversations");
				assertThat(context.containsBean("support")).isFalse();
				assertThat(authorization(context, "participantClient", server))
					.isEqualTo(LoopbackServer.basic(Sids.SK1 + ":s1"));
				assertThat(authorization(context, "sales", server)).isEqualTo(LoopbackServer.basic(Sids.SK2 + ":s2"));
			}, "twilio.api-key=" + Sids.SK1, "twilio.api-secret=s1", "twilio.conversations.base-url=" + server.url(),
					CLIENTS + "sales.api-key=" + Sids.SK2, CLIENTS + "sales.api-secret=s2");
		}
	}

	@Test
	void onlyClientWhenNothingElseHasCredentialsAtRunTimeIsTheNamedOne() {
		run(Application.class,
				(context) -> assertThat(context.getBean(ParticipantClient.class)).isSameAs(context.getBean("sales")),
				CLIENTS + "sales.api-key=" + Sids.SK2, CLIENTS + "sales.api-secret=s2");
	}

	@Test
	void viewAsABeanIsMadeOfTheEntry() {
		try (LoopbackServer server = LoopbackServer.start()) {
			run(View.class, (context) -> {
				assertThat(authorization(context, "desk", server)).isEqualTo(LoopbackServer.basic(Sids.SK1 + ":s1"));
				assertThat(server.last().target()).startsWith("/v1/Services/IS");
				assertThat(context.getBean(Qualified.class).client).isSameAs(context.getBean("salesParticipantClient"));
			}, "twilio.api-key=" + Sids.SK1, "twilio.api-secret=s1", "twilio.conversations.base-url=" + server.url(),
					CLIENTS + "sales.region=ie1");
		}
	}

	@Test
	void settingsAreCheckedAtRunTime() {
		assertThatException().isThrownBy(() -> run(Application.class, (context) -> {
		})).withMessage("There are no credentials for Twilio.");
	}

	@Test
	void clientOfTheApplicationNeedsNoCredentialsAtRunTime() {
		run(OwnClient.class, (context) -> assertThat(context.getBean(ParticipantClient.class)).isNotNull());
	}

	@Test
	void qualifiersWhenTheApplicationIsANativeImageCanBeMade() {
		assertThat(process(Application.class).getRuntimeHints())
			.matches(RuntimeHintsPredicates.proxies().forInterfaces(Qualifier.class));
	}

	@Test
	void beansOfTheApplicationKeepTheirNames() {
		run(OwnBeans.class, (context) -> {
			assertThat(Mockito.mockingDetails(context.getBean("salesParticipantClient")).isMock()).isTrue();
			assertThat(context.getBean("vault")).isEqualTo("own");
			assertThat(context.containsBean("vaultParticipantClient")).isTrue();
		}, "twilio.api-key=" + Sids.SK1, "twilio.api-secret=s1", CLIENTS + "sales.region=ie1",
				CLIENTS + "vault.region=ie1");
	}

	@Test
	void propertiesWhenTheApplicationIsANativeImageCanBeSet() {
		RuntimeHints hints = process(Application.class).getRuntimeHints();
		for (Class<?> properties : List.of(TwilioProperties.class, ClientProperties.class, NamedClientProperties.class,
				OAuthProperties.class, RetryProperties.class, PagingProperties.class, HttpProperties.class,
				HttpProperties.Proxy.class)) {
			assertThat(properties.getDeclaredMethods()).as(properties.getName())
				.filteredOn((method) -> !method.isSynthetic())
				.isNotEmpty()
				.allSatisfy((method) -> assertThat(hints)
					.matches(RuntimeHintsPredicates.reflection().onMethodInvocation(method)));
		}
	}

	private static String authorization(GenericApplicationContext context, String client, LoopbackServer server) {
		context.getBean(client, ParticipantClient.class)
			.fetch("CH" + "0".repeat(32), "ada")
			.block(Duration.ofSeconds(10));
		return server.last().authorization();
	}

	private static void run(Class<?> application, Consumer<GenericApplicationContext> test, String... properties) {
		TestGenerationContext generated = process(application);
		TestCompiler.forSystem().with(generated).compile((compiled) -> {
			try (GenericApplicationContext context = new GenericApplicationContext()) {
				TestPropertyValues.of(properties).applyTo(context);
				initialize(compiled.getInstance(ApplicationContextInitializer.class), context);
				context.setAllowBeanDefinitionOverriding(false);
				context.refresh();
				test.accept(context);
			}
		});
	}

	@SuppressWarnings("unchecked")
	private static void initialize(ApplicationContextInitializer<?> initializer, GenericApplicationContext context) {
		((ApplicationContextInitializer<GenericApplicationContext>) initializer).initialize(context);
	}

	private static TestGenerationContext process(Class<?> application) {
		TestGenerationContext generation = new TestGenerationContext(application);
		System.setProperty(AbstractAotProcessor.AOT_PROCESSING, "true");
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			TestPropertyValues.of(CLIENTS + "support.region=ie1").applyTo(context);
			context.register(application);
			new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		}
		finally {
			System.clearProperty(AbstractAotProcessor.AOT_PROCESSING);
		}
		generation.writeGeneratedContent();
		return generation;
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class })
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class View extends Application {

		@Bean
		ParticipantClient desk(TwilioConversations twilio) {
			return twilio.inService("IS" + "1".repeat(32)).participants();
		}

		@Bean
		Qualified qualified(@Qualifier("sales") ParticipantClient client) {
			return new Qualified(client);
		}

	}

	record Qualified(ParticipantClient client) {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnClient extends Application {

		@Bean
		@Lazy
		ParticipantClient participantClient() {
			return Mockito.mock(ParticipantClient.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBeans extends Application {

		@Bean
		ParticipantClient salesParticipantClient() {
			return Mockito.mock(ParticipantClient.class);
		}

		@Bean
		String vault() {
			return "own";
		}

	}

}
