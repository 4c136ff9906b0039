package dev.conversations.sample.batch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A simulator, a manager and workers, each in a process of its own.
 */
final class Cluster implements AutoCloseable {

	static final Duration LIMIT = Duration.ofMinutes(10);

	private static final Pattern PROGRESS = Pattern.compile("(\\d+) of (\\d+) participants.*");

	private final int participants;

	private final List<String> settings;

	private final Deque<ChildProcess> processes = new ArrayDeque<>();

	private List<String> connection = List.of();

	Cluster(Path directory, int participants, List<String> settings) throws IOException {
		this.participants = participants;
		this.settings = Stream.concat(Stream.of("--sweep.directory=" + directory.toAbsolutePath(),
				"--sweep.participants=" + participants, "--sweep.broker-port=" + freePort()), settings.stream())
			.toList();
	}

	/**
	 * Runs an export in a manager and two workers.
	 * @param kill whether one of the workers is killed in the middle
	 * @param settings further arguments for each process
	 */
	static void run(boolean kill, List<String> settings) throws Exception {
		int participants = 10_000;
		try (Cluster cluster = new Cluster(Path.of("target", "cluster"), participants, settings)) {
			cluster.startSimulator("--latency=20");
			ChildProcess manager = cluster.startManager();
			ChildProcess victim = cluster.startWorker("worker 1");
			cluster.startWorker("worker 2");
			if (kill) {
				cluster.awaitParticipants(manager, participants / 4);
				victim.kill();
				System.out.println("worker 1 was killed");
			}
			cluster.awaitCompleted(manager);
			System.out.println("nothing is lost and nothing is doubled");
		}
	}

	static List<String> settings(List<String> arguments) {
		return arguments.stream()
			.filter((argument) -> !argument.equals("--cluster") && !argument.equals("--kill"))
			.toList();
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	ChildProcess startSimulator(String... arguments) throws Exception {
		List<String> all = new ArrayList<>(List.of("--simulator", "--participants=" + this.participants));
		all.addAll(List.of(arguments));
		ChildProcess simulator = add(new ChildProcess("simulator", SampleSweep.class, all));
		this.connection = List
			.of(simulator.await((line) -> line.startsWith("--twilio.conversations.base-url="), LIMIT).split(" ", -1));
		return simulator;
	}

	/**
	 * Returns the arguments with which a process talks to the simulator.
	 */
	List<String> connection() {
		return this.connection;
	}

	ChildProcess startManager(String... arguments) throws Exception {
		ChildProcess manager = start("manager", "manager", arguments);
		manager.await((line) -> PROGRESS.matcher(line).matches(), LIMIT);
		return manager;
	}

	ChildProcess startWorker(String name, String... arguments) throws Exception {
		return start(name, "worker", arguments);
	}

	ChildProcess startAlone(String... arguments) throws Exception {
		return start("alone", "alone", arguments);
	}

	private ChildProcess start(String name, String profile, String... arguments) throws Exception {
		List<String> all = new ArrayList<>(this.settings);
		all.addAll(this.connection);
		all.add("--spring.profiles.active=" + profile);
		all.addAll(List.of(arguments));
		return add(new ChildProcess(name, SampleSweep.class, all));
	}

	ChildProcess add(ChildProcess process) {
		this.processes.push(process);
		return process;
	}

	/**
	 * Waits until so many participants are done with.
	 * @return how many it are then
	 */
	int awaitParticipants(ChildProcess process, int count) throws InterruptedException {
		return participants(process.await((line) -> participants(line) >= count, LIMIT));
	}

	private static int participants(String line) {
		if (line.startsWith("FAILED ")) {
			throw new IllegalStateException("The export has failed");
		}
		Matcher matcher = PROGRESS.matcher(line);
		return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
	}

	/**
	 * Waits until the export has completed, and checks what it has written.
	 */
	void awaitCompleted(ChildProcess process) throws InterruptedException {
		String expected = "rows=%1$d distinct=%1$d failures=%2$d".formatted(SampleData.expectedRows(this.participants),
				SampleData.expectedFailures(this.participants));
		String line = process.await((text) -> text.contains(" rows="), LIMIT);
		if (!line.equals("COMPLETED " + expected)) {
			throw new IllegalStateException("%s was expected".formatted(expected));
		}
	}

	@Override
	public void close() {
		this.processes.forEach(ChildProcess::close);
	}

}
