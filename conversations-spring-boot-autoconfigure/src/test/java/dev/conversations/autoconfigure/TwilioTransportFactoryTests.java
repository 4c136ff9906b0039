package dev.conversations.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.conversations.client.ParticipantClient;
import dev.conversations.client.TwilioConnectionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.http.client.ReactorResourceFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * When clients are closed: with the context, behind the beans that use them, but before
 * the event loops.
 */
class TwilioTransportFactoryTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final LoopbackServer server = LoopbackServer.start();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class))
		.withPropertyValues("twilio.account-sid=" + Sids.AC1, "twilio.auth-token=secret-4711",
				"twilio.conversations.base-url=" + this.server.url(),
				"twilio.conversations.clients.support.max-concurrent-requests=1");

	@AfterEach
	void stop() {
		this.server.close();
	}

	private static Mono<?> fetch(ParticipantClient client) {
		return client.fetch("CH" + "0".repeat(32), "ada");
	}

	private static void checkClosed(ParticipantClient client) {
		assertThatExceptionOfType(TwilioConnectionException.class).isThrownBy(() -> fetch(client).block(LIMIT))
			.withMessageEndingWith(": the client was closed");
	}

	@Test
	void clientsAreClosedWithTheContext() {
		List<ParticipantClient> clients = new ArrayList<>();
		this.runner.run((context) -> {
			clients.addAll(context.getBeansOfType(ParticipantClient.class).values());
			clients.forEach((client) -> assertThat(fetch(client).block(LIMIT)).isNotNull());
		});
		assertThat(clients).hasSize(2).allSatisfy(TwilioTransportFactoryTests::checkClosed);
	}

	@Test
	void clientWhenABeanThatUsesItIsDestroyedWorks() {
		this.runner.withBean(Leaver.class).run((context) -> assertThat(this.server.received()).isEmpty());
		assertThat(this.server.received()).hasSize(1);
	}

	@Test
	void clientsAreClosedBeforeTheEventLoops() {
		EventLoops eventLoops = new EventLoops();
		this.runner.withBean(ReactorResourceFactory.class, () -> eventLoops).run((context) -> {
			eventLoops.client = context.getBean(ParticipantClient.class);
			context.stop();
			assertThat(fetch(eventLoops.client).block(LIMIT)).isNotNull();
			context.start();
		});
		assertThat(eventLoops.failure).isInstanceOf(TwilioConnectionException.class)
			.hasMessageEndingWith(": the client was closed");
	}

	/**
	 * Sends a request when it is destroyed.
	 */
	static class Leaver implements DisposableBean {

		private final ParticipantClient client;

		Leaver(ParticipantClient client) {
			this.client = client;
		}

		@Override
		public void destroy() {
			fetch(this.client).block(LIMIT);
		}

	}

	/**
	 * Tries the client when it is stopped.
	 */
	static class EventLoops extends ReactorResourceFactory {

		private ParticipantClient client;

		private Throwable failure;

		@Override
		public void start() {
		}

		@Override
		public boolean isRunning() {
			return true;
		}

		@Override
		public void stop() {
			fetch(this.client).doOnError((failure) -> this.failure = failure).onErrorComplete().block(LIMIT);
		}

	}

}
