package dev.conversations.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The server in a process of its own, so that it does not share the client's threads.
 */
final class ServerProcess implements AutoCloseable {

	private final Process process;

	private final String port;

	private ServerProcess(Process process, String port) {
		this.process = process;
		this.port = port;
	}

	static ServerProcess start() throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), PageServer.class.getName())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
		String line = output.readLine();
		while (line != null && !line.matches("[0-9]+")) {
			line = output.readLine();
		}
		if (line == null) {
			throw new IOException("The server has ended");
		}
		return new ServerProcess(process, line);
	}

	/**
	 * Where the list is served with a delay.
	 */
	URI url(int delay) {
		return URI.create("http://127.0.0.1:" + this.port + "/delay/" + delay);
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
