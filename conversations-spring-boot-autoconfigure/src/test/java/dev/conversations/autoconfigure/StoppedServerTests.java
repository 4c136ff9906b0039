package dev.conversations.autoconfigure;

import java.time.Duration;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.TwilioConnectionException;
import io.netty.channel.ChannelOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A server that breaks connections off makes Reactor Netty warn of each attempt. The
 * warnings show nothing personal, and the logger that the documentation names silences
 * them.
 */
class StoppedServerTests {

	private static final String LOGGER = "reactor.netty.http.client.HttpClientConnect";

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory())
		.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Logger logger = this.root.getLoggerContext().getLogger(LOGGER);

	@BeforeEach
	void start() {
		this.log.start();
		this.root.addAppender(this.log);
	}

	@AfterEach
	void stop() {
		this.root.detachAppender(this.log);
		this.logger.setLevel(null);
	}

	private static void fetch(boolean reset) {
		DisposableServer server = HttpServer.create().host("127.0.0.1").handle((request, response) -> {
			response.withConnection((connection) -> breakOff(connection, reset));
			return Mono.never();
		}).bindNow();
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(ConversationsAutoConfiguration.class, WebClientAutoConfiguration.class))
			.withPropertyValues("twilio.account-sid=" + Sids.AC1, "twilio.auth-token=secret-xyz",
					"twilio.conversations.retry.min-backoff=1ms", "twilio.conversations.retry.max-backoff=1ms",
					"twilio.conversations.base-url=http://127.0.0.1:" + server.port())
			.run((context) -> assertThatExceptionOfType(TwilioConnectionException.class)
				.isThrownBy(() -> context.getBean(ParticipantClient.class)
					.fetch("CH" + "0".repeat(32), "zoe")
					.block(Duration.ofSeconds(10))));
		server.disposeNow();
	}

	private static void breakOff(Connection connection, boolean reset) {
		if (reset) {
			connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
		}
		connection.dispose();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void warningsAreThoseOfReactorNettyAndShowNothingPersonal(boolean reset) {
		fetch(reset);
		assertThat(this.log.list).filteredOn((event) -> event.getLevel().isGreaterOrEqual(Level.WARN))
			.hasSize(4)
			.allSatisfy((event) -> {
				assertThat(event.getLoggerName()).isEqualTo(LOGGER);
				assertThat(event.getFormattedMessage()).contains("The connection observed an error")
					.doesNotContain("zoe", "xyz", Sids.AC1);
			});
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void warningsWhenTheLoggerIsAtErrorAreNotLogged(boolean reset) {
		this.logger.setLevel(Level.ERROR);
		fetch(reset);
		assertThat(this.log.list).filteredOn((event) -> event.getLevel().isGreaterOrEqual(Level.WARN)).isEmpty();
	}

}
