package dev.conversations.autoconfigure;

import dev.conversations.client.ParticipantClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names of the clients' beans that the application uses, too. Its own beans win.
 */
class NamedClientBeanTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class))
		.withPropertyValues("twilio.api-key=" + Sids.SK1, "twilio.api-secret=s1",
				"twilio.conversations.clients.support.region=ie1");

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aliasWhenTheApplicationHasABeanOfThatNameIsLeftOut(boolean overriding) {
		verifySupportIsNoClient(
				this.runner.withAllowBeanDefinitionOverriding(overriding).withBean("support", Desk.class, Desk::new));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aliasWhenALaterAutoConfigurationHasABeanOfThatNameIsLeftOut(boolean overriding) {
		verifySupportIsNoClient(this.runner.withAllowBeanDefinitionOverriding(overriding)
			.withConfiguration(AutoConfigurations.of(LaterAutoConfiguration.class)));
	}

	@Test
	void aliasWhenThereIsASingletonOfThatNameIsLeftOut() {
		verifySupportIsNoClient(this.runner
			.withInitializer((context) -> context.getBeanFactory().registerSingleton("support", new Desk())));
	}

	private static void verifySupportIsNoClient(ApplicationContextRunner runner) {
		runner.run((context) -> {
			assertThat(context).hasNotFailed().getBean("support").isInstanceOf(Desk.class);
			assertThat(context).hasSingleBean(Desk.class);
			assertThat(context.getBeansOfType(ParticipantClient.class)).containsOnlyKeys("participantClient",
					"supportParticipantClient");
		});
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void clientWhenTheApplicationHasOneOfThatNameIsTheApplications(boolean overriding) {
		ParticipantClient own = Mockito.mock(ParticipantClient.class);
		this.runner.withAllowBeanDefinitionOverriding(overriding)
			.withBean("supportParticipantClient", ParticipantClient.class, () -> own)
			.run((context) -> {
				assertThat(context).hasNotFailed().getBean("supportParticipantClient").isSameAs(own);
				assertThat(context).getBean("support").isSameAs(own);
			});
	}

	@Test
	void clientsWhenOneIsNamedAsTheBeanOfAnotherAreBothThere() {
		this.runner
			.withPropertyValues("twilio.conversations.clients.aParticipantClient.region=ie1",
					"twilio.conversations.clients.a.region=ie1")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBeansOfType(ParticipantClient.class)).containsOnlyKeys("participantClient",
						"supportParticipantClient", "aParticipantClient", "aParticipantClientParticipantClient");
			});
	}

	@Test
	void configurationsOfTheApplicationMayBeNamedAfterClients() {
		this.runner.withBean("participantClientConfiguration", Desk.class)
			.withBean("supportParticipantClientConfiguration", Desk.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean("participantClient")
				.hasBean("supportParticipantClient"));
	}

	@AutoConfiguration(after = ConversationsAutoConfiguration.class)
	static class LaterAutoConfiguration {

		@Bean
		Desk support() {
			return new Desk();
		}

	}

	static class Desk {

	}

}
