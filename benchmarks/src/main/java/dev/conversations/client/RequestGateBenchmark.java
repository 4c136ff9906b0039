package dev.conversations.client;

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

/**
 * Goes through the gate and leaves it.
 *
 * @since 0.1.0
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RequestGateBenchmark {

	private final RequestGate gate = new RequestGate(100,
			new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), () -> 0.5), Duration.ofSeconds(60));

	private final Mono<String> admitted = this.gate.admit(Mono.just("answer"), () -> {
		throw new IllegalStateException("The gate is open");
	});

	/**
	 * Admits an attempt that succeeds at once, and releases its permit.
	 * @return the answer
	 */
	@Benchmark
	public @Nullable String admitAndRelease() {
		return this.admitted.block();
	}

}
