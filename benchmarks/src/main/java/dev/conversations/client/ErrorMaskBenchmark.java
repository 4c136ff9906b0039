package dev.conversations.client;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Masks the message of an error.
 *
 * @since 0.1.0
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ErrorMaskBenchmark {

	private final List<String> values = List.of("order 4711", "zoë.müller@example.com");

	private final String message = """
			The requested resource /Conversations/order%204711/Participants/zo%C3%AB.m%C3%BCller@example.com \
			was not found""";

	/**
	 * Masks a message that holds a name and an identity.
	 * @return the masked message
	 */
	@Benchmark
	public String mask() {
		return PersonalData.mask(this.message, this.values);
	}

}
