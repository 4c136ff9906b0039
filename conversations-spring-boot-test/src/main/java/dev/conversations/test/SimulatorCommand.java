package dev.conversations.test;

import java.io.PrintStream;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import reactor.util.Loggers;

/**
 * Runs a simulator on its own, as {@link ConversationsSimulator#main(String[])} does.
 */
final class SimulatorCommand {

	private static final int USAGE_ERROR = 2;

	private static final String EXPOSED = " is no loopback address."
			+ " Whoever reaches this machine can read and change what is simulated.";

	private final PrintStream errors;

	private final boolean daemon;

	/**
	 * Creates a command.
	 * @param errors takes the log of requests and warnings
	 * @param daemon whether the simulator lets the Java virtual machine end
	 */
	SimulatorCommand(PrintStream errors, boolean daemon) {
		this.errors = errors;
		this.daemon = daemon;
	}

	static int execute(String... args) {
		PrintStream out = System.out;
		quietenLogs();
		try {
			CommandLine line = CommandLine.parse(List.of(args));
			out.print(line.isHelp() ? CommandLine.USAGE
					: describe(new SimulatorCommand(System.err, false).run(line)) + System.lineSeparator());
			out.flush();
			return 0;
		}
		catch (UsageException ex) {
			System.err.println(ex.getMessage());
			return USAGE_ERROR;
		}
	}

	// Standard output is for one line only, and what an unconfigured SLF4J back end would
	// write at DEBUG holds personal data
	private static void quietenLogs() {
		System.setOut(System.err);
		System.setProperty("slf4j.internal.verbosity", "ERROR");
		InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
		Loggers.useJdkLoggers();
	}

	static String describe(ConversationsSimulator simulator) {
		Map<String, String> line = new LinkedHashMap<>();
		line.put("baseUrl", simulator.baseUrl());
		line.put("accountSid", simulator.accountSid());
		line.put("authToken", simulator.authToken());
		return new String(SimulatorJson.write(line), StandardCharsets.UTF_8);
	}

	ConversationsSimulator run(CommandLine line) {
		SeedFile file = (line.seed() != null) ? SeedFile.read(line.seed()) : null;
		SimulatorSettings settings = SimulatorSettings.defaults();
		ServerOptions options = new ServerOptions(line.host(), line.port(), this.daemon, true, line.delay(),
				new AnswerPrinter(this.errors, settings.clock()));
		warnIfExposed(options);
		ConversationsSimulator simulator = start(options, settings);
		try {
			if (file != null) {
				file.addTo(simulator);
			}
			line.faults().forEach((fault) -> fault.addTo(simulator));
			return simulator;
		}
		catch (UsageException ex) {
			simulator.close();
			throw ex;
		}
	}

	private void warnIfExposed(ServerOptions options) {
		try {
			if (!options.isLoopback()) {
				this.errors.println("Warning: " + options.host() + EXPOSED);
			}
		}
		catch (UnknownHostException ex) {
			throw new UsageException("--host=" + options.host() + ": is not known");
		}
	}

	private static ConversationsSimulator start(ServerOptions options, SimulatorSettings settings) {
		try {
			return new ConversationsSimulator(options, settings);
		}
		catch (RuntimeException ex) {
			throw new UsageException(
					"--host=%s --port=%d: cannot be listened on".formatted(options.host(), options.port()));
		}
	}

}
