package dev.conversations.sample.batch;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.SimulatorLimits;
import dev.conversations.test.SimulatorSettings;

/**
 * A simulator in a process of its own. When ready it prints its URL and credentials as
 * properties, and then, for each line that it reads, how many requests it has received;
 * it ends when there are no more lines.
 */
final class SimulatorProcess {

	private SimulatorProcess() {
	}

	static void run(List<String> arguments) throws Exception {
		int limit = Integer.parseInt(value(arguments, "--limit=", String.valueOf(SimulatorLimits.UNLIMITED)));
		ConversationsSimulator simulator = SampleData.addTo(
				ConversationsSimulator.start(SimulatorSettings.defaults().withConcurrentRequests(limit)),
				Integer.parseInt(value(arguments, "--participants=", "10000")),
				Integer.parseInt(value(arguments, "--conversations=", "1")),
				Duration.ofMillis(Long.parseLong(value(arguments, "--latency=", "20"))));
		System.out.printf("--twilio.conversations.base-url=%s --twilio.account-sid=%s --twilio.auth-token=%s%n",
				simulator.baseUrl(), simulator.accountSid(), simulator.authToken());
		BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		while (input.readLine() != null) {
			System.out.println(simulator.requestCount());
		}
		simulator.close();
	}

	private static String value(List<String> arguments, String prefix, String otherwise) {
		return arguments.stream()
			.filter((argument) -> argument.startsWith(prefix))
			.map((argument) -> argument.substring(prefix.length()))
			.findFirst()
			.orElse(otherwise);
	}

}
