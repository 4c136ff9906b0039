package dev.conversations.test;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The arguments of {@link ConversationsSimulator#main(String[])}.
 */
final class CommandLine {

	static final String USAGE = """
			Simulates Twilio Conversations. Options, all of them optional:
			  --port=PORT        port to listen on; a free one without it
			  --host=HOST        address to listen on; 127.0.0.1 without it
			  --seed=FILE.json   conversations to begin with
			  --delay=DURATION   delay of each answer, such as PT0.2S
			  --fault=FAULT      fault that befalls requests, such as status=503,times=2; may be repeated
			  --help             prints this
			Keys of a fault: kind (error, delay, hang, reset, reset_in_body, truncate_body, garble_body, empty_page),
			status, code, message, times, delay, method, path, account, after_processing, retry_after.
			When ready, one line of JSON with the base URL and the credentials is printed.
			At /simulator under the base URL it is controlled: see docs/testing.md.
			""";

	private static final String PORT = "--port=";

	private static final String HOST = "--host=";

	private static final String SEED = "--seed=";

	private static final String DELAY = "--delay=";

	private static final String FAULT = "--fault=";

	private final List<FaultSpec> faults = new ArrayList<>();

	private int port;

	private String host = ServerOptions.LOOPBACK;

	private @Nullable Path seed;

	private Duration delay = Duration.ZERO;

	private boolean help;

	static CommandLine parse(List<String> arguments) {
		CommandLine line = new CommandLine();
		arguments.forEach(line::add);
		return line;
	}

	int port() {
		return this.port;
	}

	String host() {
		return this.host;
	}

	@Nullable Path seed() {
		return this.seed;
	}

	Duration delay() {
		return this.delay;
	}

	List<FaultSpec> faults() {
		return this.faults;
	}

	boolean isHelp() {
		return this.help;
	}

	private void add(String argument) {
		int end = argument.indexOf('=') + 1;
		String value = argument.substring(end);
		switch (argument.substring(0, end)) {
			case PORT -> this.port = port(value);
			case HOST -> this.host = value;
			case SEED -> this.seed = path(value);
			case DELAY -> this.delay = FaultSpec.duration("--delay", value);
			case FAULT -> this.faults.add(FaultSpec.parse(value));
			default -> addFlag(argument);
		}
	}

	private void addFlag(String argument) {
		if (!argument.equals("--help")) {
			throw new UsageException(argument + ": is not an option; --help tells which there are");
		}
		this.help = true;
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
