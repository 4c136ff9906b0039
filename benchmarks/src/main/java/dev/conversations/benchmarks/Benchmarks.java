package dev.conversations.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

/**
 * Program that runs scenarios, each in a process of its own, and prints their tables in
 * Markdown. It ends with status 1 if a scenario fails, and with
 * {@code -Dbenchmark.strict=true} also if a goal is missed.
 *
 * @since 0.1.0
 */
public final class Benchmarks {

	private Benchmarks() {
	}

	/**
	 * Measures and prints.
	 * @param args {@code all}, or names of scenarios with commas between them
	 * @throws Exception if a process cannot be started
	 */
	public static void main(String[] args) throws Exception {
		List<Benchmark> scenarios = Scenarios.find(args[0]);
		if (args.length > 1) {
			System.exit(run(scenarios.get(0)) ? 0 : 1);
		}
		System.out.println(machine());
		boolean passed = true;
		for (Benchmark scenario : scenarios) {
			passed &= start(scenario) == 0;
		}
		System.exit(passed ? 0 : 1);
	}

	private static String machine() {
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		return "JDK %s, %s, %d cores, %d GB, %s. %s.%n".formatted(Runtime.version(), System.getProperty("os.name"),
				system.getAvailableProcessors(), system.getTotalMemorySize() >> 30,
				String.join(" ",
						ManagementFactory.getRuntimeMXBean()
							.getInputArguments()
							.stream()
							.filter((option) -> option.startsWith("-X"))
							.toList()),
				Settings.load());
	}

	private static int start(Benchmark scenario) throws IOException, InterruptedException {
		List<String> arguments = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
		arguments.addAll(List.of(Benchmarks.class.getName(), Scenarios.name(scenario), "here"));
		return JavaProcess.builder(System.getProperty("java.class.path"), arguments.toArray(String[]::new))
			.inheritIO()
			.start()
			.waitFor();
	}

	private static boolean run(Benchmark scenario) throws IOException {
		long start = System.nanoTime();
		try (ServerProcess server = ServerProcess.start()) {
			Report report = scenario.run(Settings.load(), server);
			System.out.printf("%s%nMeasured in %,d s.%n%n", report, (System.nanoTime() - start) / 1_000_000_000);
			return report.isMet() || !Boolean.getBoolean("benchmark.strict");
		}
	}

}
