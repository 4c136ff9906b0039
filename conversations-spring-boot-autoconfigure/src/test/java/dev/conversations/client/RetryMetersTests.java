package dev.conversations.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Retries are counted and logged, also if nothing is observed.
 */
class RetryMetersTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final Logger logger = (Logger) LoggerFactory.getLogger("dev.conversations.client");

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	@BeforeEach
	void attach() {
		this.logger.setLevel(Level.DEBUG);
		this.logger.setAdditive(false);
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	@AfterEach
	void detach() {
		this.logger.detachAppender(this.appender);
		this.logger.setAdditive(true);
		this.logger.setLevel(null);
	}

	@Test
	void countersAreThereFromTheStart() {
		new RetryMeters(this.meters, "support");
		assertThat(this.meters.get("twilio.conversations.retries").tag("client", "support").counters())
			.hasSize(Operation.values().length * RetryReason.values().length)
			.allSatisfy((counter) -> assertThat(counter.count()).isZero());
	}

	@ParameterizedTest
	@CsvSource({ "429, 429", "503, 5xx", "500, 5xx" })
	void refusalIsCountedByItsStatus(int status, String reason) {
		assertRetried(reason, (Integer) status);
	}

	@Test
	void brokenConnectionIsCounted() {
		assertRetried("connection", Mono.error(new IllegalStateException("broken")));
	}

	@Test
	void timeoutIsCounted() {
		assertRetried("timeout", Mono.never());
	}

	/**
	 * Answers the first request by a status or by a body that fails, and the second one
	 * as is due.
	 */
	private void assertRetried(String reason, Object first) {
		Deque<Object> left = new ArrayDeque<>(List.of(first, 200));
		try (RecordingServer server = RecordingServer
			.answering((request, response) -> answer(left.remove(), response))) {
			client(server, reason).fetch("CH secret", "mark").block(LIMIT);
		}
		assertThat(counter(reason).count()).isEqualTo(1);
		assertThat(this.meters.get("twilio.conversations.retries").counters())
			.filteredOn((counter) -> counter.count() > 0)
			.hasSize(1);
		assertThat(this.appender.list).extracting(ILoggingEvent::getFormattedMessage)
			.containsOnlyOnce("Client 'support' sends a request of participants.fetch again (" + reason + ")");
	}

	private static Publisher<Void> answer(Object answer, reactor.netty.http.server.HttpServerResponse response) {
		if (answer instanceof Integer status) {
			return response.status(status).header("Content-Type", "application/json").sendString(Flux.just("{}"));
		}
		return Mono.from(response.sendHeaders()).then(((Mono<?>) answer).then());
	}

	private ParticipantClient client(RecordingServer server, String reason) {
		Duration timeout = reason.equals("timeout") ? Duration.ofSeconds(2) : LIMIT;
		TwilioTransport transport = TwilioTransport.create(WebClient.builder(),
				server.settings()
					.withName("support")
					.withRetry(RecordingServer.attempts(2))
					.withLimits(LimitSettings.defaults().withResponseTimeout(timeout)));
		transport.http().observer().addRetryListener(new RetryMeters(this.meters, "support"));
		return transport.conversations(TestClients.CREDENTIALS).participants();
	}

	private Counter counter(String reason) {
		return this.meters.get("twilio.conversations.retries")
			.tags("client", "support", "resource", "participants", "operation", "fetch", "reason", reason)
			.counter();
	}

	@Test
	void gateIsLoggedByTheNameOfItsClient() {
		ClientLog.gateClosed("support", Duration.ofMillis(1500));
		ClientLog.gateOpened("support");
		assertThat(this.appender.list).extracting(ILoggingEvent::getFormattedMessage)
			.containsExactly("Gate of client 'support' is closed for 1500 ms by status 429",
					"Gate of client 'support' is open again");
		assertThat(this.appender.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.DEBUG);
	}

}
