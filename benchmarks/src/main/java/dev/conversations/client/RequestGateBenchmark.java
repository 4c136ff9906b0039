package dev.conversations.client;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * Goes through the gates and leaves them.
 *
 * @since 0.1.0
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RequestGateBenchmark {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final ApiRequest request = ApiRequest.get(URI.create("http://localhost"), ResourcePath.ROOT);

	private final RequestGate accountGate = gate();

	private final Connections connections = new Connections(gate(), TIMEOUT);

	private final UnreadAnswer<String> answer = new UnreadAnswer<>(
			DefaultDataBufferFactory.sharedInstance.wrap(new byte[0]), (body) -> "answer");

	private static RequestGate gate() {
		return new RequestGate("benchmark", 100, new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), () -> 0.5),
				Duration.ofSeconds(60));
	}

	/**
	 * Admits an attempt that succeeds at once, and gives its permits back.
	 * @return the answer
	 */
	@Benchmark
	public @Nullable String admitAndRelease() {
		return Attempt
			.of(this.request, this.accountGate, this.connections, new TimeBudget(TIMEOUT),
					(connection) -> Mono.just(this.answer))
			.block();
	}

}
