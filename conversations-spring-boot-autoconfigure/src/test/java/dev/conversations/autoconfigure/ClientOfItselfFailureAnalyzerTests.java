package dev.conversations.autoconfigure;

import dev.conversations.client.ConversationClient;
import dev.conversations.client.ParticipantClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * A client of the application that asks for itself is told so, and how to mend it.
 */
@ExtendWith(OutputCaptureExtension.class)
class ClientOfItselfFailureAnalyzerTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class))
		.withPropertyValues("twilio.account-sid=" + Sids.AC1, "twilio.auth-token=t1");

	private FailureAnalysis analyze(Class<?> configuration) {
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		this.runner.withUserConfiguration(configuration).run((context) -> {
			assertThat(context).hasFailed();
			analysis[0] = new ClientOfItselfFailureAnalyzer().analyze(context.getStartupFailure());
		});
		return analysis[0];
	}

	@Test
	void viewThatAsksForItselfIsToldToAskForTheEntry() {
		FailureAnalysis analysis = analyze(View.class);
		assertThat(analysis.getDescription()).startsWith(
				"The bean 'support' is a ParticipantClient and asks for a ParticipantClient, by which it asks for itself");
		assertThat(analysis.getAction()).contains("ParticipantClient support(TwilioConversations twilio)",
				"twilio.inService(\"IS…\").participants()");
	}

	@Test
	void viewOfConversationsIsToldTheirMethod() {
		assertThat(analyze(ViewOfConversations.class).getAction())
			.contains("ConversationClient desk(TwilioConversations twilio)", ".conversations();");
	}

	@ParameterizedTest
	@ValueSource(classes = { TwoViews.class, Wrapper.class })
	void clientsThatAskForEachOtherOrWrapThemselvesAreToldSo(Class<?> configuration) {
		assertThat(analyze(configuration).getDescription()).contains("is a ParticipantClient and asks for");
	}

	@Test
	void otherCycleIsLeftToOthers() {
		assertThat(analyze(OtherCycle.class)).isNull();
	}

	@Test
	void analysisIsReportedInsteadOfThatOfAnyCycle(CapturedOutput output) {
		SpringApplication application = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.build();
		assertThatException()
			.isThrownBy(() -> application.run("--twilio.account-sid=" + Sids.AC1, "--twilio.auth-token=t1"));
		assertThat(output).contains("by which it asks for itself", "Ask for TwilioConversations instead");
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class })
	@Import(View.class)
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class View {

		@Bean
		ParticipantClient support(ParticipantClient client) {
			return client.withWebhookEnabled(true);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ViewOfConversations {

		@Bean
		ConversationClient desk(ConversationClient client) {
			return client.withWebhookEnabled(true);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoViews {

		@Bean
		ParticipantClient one(ParticipantClient client) {
			return client.withWebhookEnabled(true);
		}

		@Bean
		ParticipantClient other(ParticipantClient client) {
			return client.withWebhookEnabled(false);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(WrappingClient.class)
	static class Wrapper {

	}

	abstract static class AbstractClient implements ParticipantClient {

	}

	static class WrappingClient {

		@Bean
		AbstractClient wrapping(ParticipantClient client) {
			return Mockito.mock(AbstractClient.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OtherCycle {

		@Bean
		String text(Integer number) {
			return number.toString();
		}

		@Bean
		Integer number(String text) {
			return text.length();
		}

	}

}
