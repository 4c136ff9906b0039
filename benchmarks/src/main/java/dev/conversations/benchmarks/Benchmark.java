package dev.conversations.benchmarks;

import java.io.IOException;

/**
 * One scenario.
 */
interface Benchmark {

	/**
	 * Measures and reports.
	 * @throws IOException if a process cannot be started
	 */
	Report run(Settings settings, ServerProcess server) throws IOException;

}
