package dev.conversations.sample.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A Java virtual machine that this one has started, whose lines are printed and can be
 * waited for.
 */
final class ChildProcess implements AutoCloseable {

	private static final String END = "";

	/**
	 * Artemis 2.53 cannot read its journal on JDK 25 unless Netty may use Unsafe.
	 */
	private static final String ARTEMIS_ON_JDK_25 = "-Dio.netty.noUnsafe=false";

	private final String name;

	private final Process process;

	private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

	ChildProcess(String name, Class<?> main, List<String> arguments) throws IOException {
		this.name = name;
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", ARTEMIS_ON_JDK_25));
		command.addAll(List.of("-cp", System.getProperty("java.class.path")));
		command.add(main.getName());
		command.addAll(arguments);
		this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
		Thread reader = new Thread(this::read, name);
		reader.setDaemon(true);
		reader.start();
	}

	private void read() {
		try (BufferedReader output = this.process.inputReader(StandardCharsets.UTF_8)) {
			for (String line = output.readLine(); line != null; line = output.readLine()) {
				System.out.println(this.name + ": " + line);
				this.lines.add(line);
			}
		}
		catch (IOException ex) {
			System.out.println(this.name + ": " + ex.getMessage());
		}
		this.lines.add(END);
	}

	/**
	 * Waits for a line.
	 * @param predicate tells which line
	 * @param limit how long to wait
	 * @return the line
	 */
	String await(Predicate<String> predicate, Duration limit) throws InterruptedException {
		long end = System.nanoTime() + limit.toNanos();
		String line = "";
		while (line != null) {
			line = this.lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
			if (line != null && predicate.test(line)) {
				return line;
			}
			if (line != null && line.equals(END) && !this.process.isAlive()) {
				throw new IllegalStateException(this.name + " has ended too early");
			}
		}
		throw new IllegalStateException(this.name + " has not got there in " + limit);
	}

	/**
	 * Forgets the lines that nobody has waited for.
	 */
	void forget() {
		this.lines.removeIf((line) -> !line.equals(END));
	}

	/**
	 * Writes a line to the process.
	 */
	void tell(String line) {
		try {
			this.process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
			this.process.getOutputStream().flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Ends the process at once, as {@code kill -9} does.
	 */
	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	/**
	 * Asks the process to end, as Ctrl-C does, and waits for it.
	 */
	void interrupt(Duration limit) throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
			throw new IllegalStateException(this.name + " has not ended in " + limit);
		}
	}

	/**
	 * Sends a signal, such as {@code STOP} and {@code CONT}.
	 */
	void signal(String signal) throws IOException, InterruptedException {
		new ProcessBuilder("kill", "-" + signal, String.valueOf(this.process.pid())).start().waitFor();
	}

	/**
	 * Returns how much time of the processors the process has used.
	 */
	Duration cpu() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
