package dev.conversations.client;

import java.net.URI;
import java.time.Duration;

import org.openjdk.jcstress.infra.results.III_Result;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * Attempt of a scenario, which comes to a gate with one permit, and its subscriber, which
 * counts what it is told. The answer comes when the scenario says so.
 */
final class StressedAttempt {

	private static final ApiRequest REQUEST = ApiRequest.get(URI.create("http://localhost"), ResourcePath.ROOT);

	/**
	 * Short, since the check for overdue exchanges keeps each scene for a part of it.
	 */
	private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(2);

	private final StressedGate gate = new StressedGate(1);

	private final Connections connections = new Connections(StressedGate.create(1), RESPONSE_TIMEOUT);

	private volatile MonoSink<Integer> exchange;

	private volatile Disposable subscription;

	private volatile int told;

	/**
	 * Creates an attempt that is under way.
	 */
	static StressedAttempt underWay() {
		StressedAttempt attempt = new StressedAttempt();
		attempt.begin();
		return attempt;
	}

	/**
	 * Creates an attempt that waits for a permit, which another request has.
	 */
	static StressedAttempt waiting() {
		StressedAttempt attempt = new StressedAttempt();
		attempt.gate.enterFirst();
		attempt.begin();
		return attempt;
	}

	private void begin() {
		this.subscription = Attempt
			.of(REQUEST, this.gate.gate(), this.connections, new TimeBudget(RESPONSE_TIMEOUT),
					(connection) -> Mono.<Integer>create((sink) -> this.exchange = sink).map(StressedAttempt::unread))
			.contextWrite(LateErrors.IGNORED)
			.subscribe((answer) -> tell(), (failure) -> tell());
	}

	private static <T> UnreadAnswer<T> unread(T answer) {
		return new UnreadAnswer<>(DefaultDataBufferFactory.sharedInstance.wrap(new byte[0]), (body) -> answer);
	}

	@SuppressWarnings("NonAtomicVolatileUpdate")
	private void tell() {
		// Without an atomic update, since an attempt must tell its subscriber once
		this.told = this.told + 1;
	}

	/**
	 * Gives back the permit that the attempt waits for.
	 */
	void release() {
		this.gate.succeedFirst();
	}

	void answer() {
		this.exchange.success(1);
	}

	void fail() {
		this.exchange.error(new IllegalStateException("The exchange failed"));
	}

	void cancel() {
		this.subscription.dispose();
	}

	void closeTransport() {
		this.connections.close();
	}

	/**
	 * Reports how often the subscriber was told something, and how many permits of the
	 * account and of the connections are in use.
	 */
	void report(III_Result result) {
		result.r1 = this.told;
		result.r2 = this.gate.gate().inUse();
		result.r3 = this.connections.gate().inUse();
	}

}
