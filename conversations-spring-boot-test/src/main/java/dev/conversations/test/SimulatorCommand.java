package dev.conversations.test;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import org.jspecify.annotations.Nullable;
import reactor.util.Loggers;

/**
 * The command line of {@link ConversationsSimulator#main(String[])}.
 */
final class SimulatorCommand {

	private static final int USAGE_ERROR = 2;

	private static final String PORT = "--port=";

	private static final String SEED = "--seed=";

	private final IntFunction<ConversationsSimulator> starter;

	private int port;

	private @Nullable Path seed;

	SimulatorCommand(IntFunction<ConversationsSimulator> starter) {
		this.starter = starter;
	}

	static int execute(String... args) {
		PrintStream out = System.out;
		quietenLogs();
		try {
			ConversationsSimulator simulator = new SimulatorCommand(ConversationsSimulator::startForeground)
				.run(List.of(args));
			out.println(describe(simulator));
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

	ConversationsSimulator run(List<String> arguments) {
		arguments.forEach(this::parse);
		SeedFile file = (this.seed != null) ? SeedFile.read(this.seed) : null;
		ConversationsSimulator simulator = start();
		try {
			if (file != null) {
				file.addTo(simulator);
			}
			return simulator;
		}
		catch (UsageException ex) {
			simulator.close();
			throw ex;
		}
	}

	private void parse(String argument) {
		if (argument.startsWith(PORT)) {
			this.port = port(argument.substring(PORT.length()));
		}
		else if (argument.startsWith(SEED)) {
			this.seed = path(argument.substring(SEED.length()));
		}
		else {
			throw new UsageException(argument + ": is not one of --port=PORT and --seed=FILE.json");
		}
	}

	private ConversationsSimulator start() {
		try {
			return this.starter.apply(this.port);
		}
		catch (RuntimeException ex) {
			throw new UsageException(PORT + this.port + ": cannot be listened on");
		}
	}

	private static int port(String text) {
		if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 0xFFFF) {
			throw new UsageException(PORT + text + ": is not a number from 0 to 65535");
		}
		return Integer.parseInt(text);
	}

	private static Path path(String text) {
		try {
			return Path.of(text);
		}
		catch (InvalidPathException ex) {
			throw new UsageException(SEED + text + ": is not a path");
		}
	}

}
