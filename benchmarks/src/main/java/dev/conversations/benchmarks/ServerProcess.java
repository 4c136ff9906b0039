package dev.conversations.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The server in a process of its own, so that it does not share the client's threads.
 */
final class ServerProcess implements AutoCloseable {

	private final Process process;

	private final URI url;

	private ServerProcess(Process process, URI url) {
		this.process = process;
		this.url = url;
	}

	static ServerProcess start() throws IOException {
		Process process = JavaProcess.builder(System.getProperty("java.class.path"), PageServer.class.getName())
			.start();
		BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
		String port = output.readLine();
		if (port == null) {
			throw new IOException("The server has ended");
		}
		return new ServerProcess(process, URI.create("http://127.0.0.1:" + port));
	}

	URI url() {
		return this.url;
	}

	/**
	 * The CPU time that the server has taken since it started.
	 */
	Duration cpu() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
