package dev.conversations.client;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The clock of the machine jumps: dates are compared with the clock of the moment, and no
 * wait that has begun changes.
 */
@Isolated("Virtual time is there for the whole JVM")
class ClockJumpTests {

	private final JumpingClock clock = new JumpingClock();

	private ScriptedTokens server;

	private ParticipantClient client;

	@BeforeEach
	void start() {
		this.server = new ScriptedTokens(this.clock);
		this.client = this.server.client(4);
		this.server.send(this.client, 1);
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 503 })
	void waitGoesOnWhenTheClockJumps(int status) {
		for (int hours : new int[] { 1, -2 }) {
			int sent = this.server.received().size();
			refuse(status, 30);
			fetch().then(() -> {
				this.server.advance(Duration.ofSeconds(1));
				this.clock.jump(Duration.ofHours(hours));
				this.server.advance(Duration.ofSeconds(28));
				assertThat(this.server.received()).hasSize(sent + 1);
				this.server.advance(Duration.ofSeconds(2));
			}).expectNextCount(1).expectComplete().verify(ScriptedTokens.LIMIT);
			assertThat(this.server.received()).hasSize(sent + 2);
		}
	}

	@Test
	void dateIsComparedWithTheClockOfTheMoment() {
		refuse(429, 30);
		this.clock.jump(Duration.ofHours(1));
		this.server.send(this.client, 1);
		refuse(429, 30);
		this.clock.jump(Duration.ofHours(-2));
		fetch().then(() -> this.server.advance(Duration.ofSeconds(1)))
			.expectError(RateLimitedException.class)
			.verify(ScriptedTokens.LIMIT);
		assertThat(this.server.received()).hasSize(4);
	}

	@Test
	void tokenWhenTheClockJumpsForwardIsRenewedBeforeItIsDue() {
		this.clock.jump(Duration.ofHours(1));
		this.server.send(this.client, 1);
		assertThat(this.server.received()).containsExactly("Bearer t1", "Bearer t2");
	}

	@Test
	void tokenWhenTheClockJumpsBackIsRenewedOnceItIsRefused() {
		this.clock.jump(Duration.ofHours(-1));
		this.server.advance(Duration.ofHours(1));
		this.server.next(ScriptedTokens.json(401, "{}"));
		this.server.send(this.client, 1);
		assertThat(this.server.received()).containsExactly("Bearer t1", "Bearer t1", "Bearer t2");
	}

	private void refuse(int status, int seconds) {
		Instant date = Instant.ofEpochMilli(this.clock.now(TimeUnit.MILLISECONDS)).plusSeconds(seconds);
		this.server.next(ScriptedTokens.json(status, "{}", "Retry-After",
				DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC))));
	}

	private StepVerifier.FirstStep<Participant> fetch() {
		return StepVerifier.create(this.client.fetch(ScriptedTokens.CONVERSATION, "ada"));
	}

	/**
	 * Tells another time than the one that its waits go by.
	 */
	private static final class JumpingClock extends VirtualTimeScheduler {

		private final AtomicLong offset = new AtomicLong();

		JumpingClock() {
			super(false);
		}

		void jump(Duration time) {
			this.offset.addAndGet(time.toNanos());
		}

		@Override
		public long now(TimeUnit unit) {
			return super.now(unit) + unit.convert(this.offset.get(), TimeUnit.NANOSECONDS);
		}

	}

}
