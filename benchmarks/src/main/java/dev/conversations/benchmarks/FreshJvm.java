package dev.conversations.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Figures of an application in a process of its own.
 *
 * @param start nanoseconds until it was ready
 * @param startCpu nanoseconds of CPU until then
 * @param page nanoseconds from the request to the first page
 * @param pageCpu nanoseconds of CPU in that time
 */
record FreshJvm(long start, long startCpu, long page, long pageCpu) {

	/**
	 * Dependencies of this module that neither application has.
	 */
	private static final Predicate<String> FOREIGN = Pattern.compile(
			"/(twilio|httpclient5|httpcore5|jjwt|java-jwt|json-|gson|stax2|woodstox|jmh-|jopt-simple|micrometer-core"
					+ "|HdrHistogram|LatencyUtils|commons-(codec|io|math3)"
					+ "|jackson-(core|databind|data[a-z0-9-]+)-2\\.)")
		.asPredicate();

	private static final Predicate<String> OWN = Pattern
		.compile("/conversations-spring-boot-(autoconfigure|starter)[^/]*(\\.jar|/target/classes)$")
		.asPredicate();

	/**
	 * Runs the application with the starter.
	 */
	static FreshJvm starter(ServerProcess server, ServedList list) throws IOException {
		return run(StarterApplication.class, FOREIGN.negate(), server, list);
	}

	/**
	 * Runs the same application without it.
	 */
	static FreshJvm bare(ServerProcess server, ServedList list) throws IOException {
		return run(BareApplication.class, FOREIGN.or(OWN).negate(), server, list);
	}

	private static FreshJvm run(Class<?> application, Predicate<String> classPath, ServerProcess server,
			ServedList list) throws IOException {
		String filtered = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(classPath)
			.collect(Collectors.joining(File.pathSeparator));
		long start = System.nanoTime();
		Process process = JavaProcess.builder(filtered, application.getName(), server.url().toString(), list.key())
			.start();
		try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
			long startCpu = number(output);
			return new FreshJvm(System.nanoTime() - start, startCpu, number(output), number(output));
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static long number(BufferedReader output) throws IOException {
		String line = output.readLine();
		if (line == null) {
			throw new IOException("The application has ended");
		}
		return Long.parseLong(line);
	}

}
