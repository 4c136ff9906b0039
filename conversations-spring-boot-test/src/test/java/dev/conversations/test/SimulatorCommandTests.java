package dev.conversations.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SimulatorCommand}.
 */
class SimulatorCommandTests {

	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	private final SimulatorCommand command = new SimulatorCommand(
			new PrintStream(this.errors, true, StandardCharsets.UTF_8), true);

	@Test
	void runWithoutArgumentsListensOnFreePort() {
		try (ConversationsSimulator simulator = run(List.of())) {
			assertThat(simulator.port()).isPositive();
			assertThat(SimulatorCommand.describe(simulator))
				.isEqualTo("{\"baseUrl\":\"http://127.0.0.1:%d\",\"accountSid\":\"%s\",\"authToken\":\"%s\"}"
					.formatted(simulator.port(), simulator.accountSid(), simulator.authToken()));
		}
	}

	@Test
	void runWithSeedAddsConversations() {
		Path seed = Path.of("src/test/resources/dev/conversations/test/seed.json");
		try (ConversationsSimulator simulator = run(List.of("--port=0", "--seed=" + seed))) {
			ApiClient client = new ApiClient(simulator);
			String service = "/v1/Services/IS00000000000000000000000000000002";
			assertThat(client.get("/v1/Conversations/support/Participants").body().path("participants")).hasSize(2);
			assertThat(client.get("/v1/ParticipantConversations?Address=%2B375255555555")
				.text("/conversations/0/conversation_friendly_name")).isEqualTo("Support");
			assertThat(client.get(service + "/ParticipantConversations?Identity=ada")
				.text("/conversations/0/conversation_state")).isEqualTo("closed");
		}
	}

	@Test
	void runWithSeedOfTheDocumentAddsConversations(@TempDir Path directory) throws IOException {
		Matcher json = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(Path.of("../docs/testing.md")));
		assertThat(json.find()).isTrue();
		Path seed = Files.writeString(directory.resolve("seed.json"), json.group(1));
		try (ConversationsSimulator simulator = run(List.of("--seed=" + seed))) {
			ApiClient client = new ApiClient(simulator);
			assertThat(client.get("/v1/Conversations/support/Participants").body().path("participants")).hasSize(2);
		}
	}

	@Test
	void runWithFaultAndDelaySimulatesThem() {
		try (ConversationsSimulator simulator = run(List.of("--delay=PT0.1S", "--fault=status=503,times=1",
				"--fault=kind=garble_body,method=GET,path=/v1/Conversations,after_processing=true"))) {
			ApiClient client = new ApiClient(simulator);
			assertThat(client.get("/v1/ParticipantConversations?Identity=ada").code()).isEqualTo(20503);
			assertThat(client.exchangeText(client.request("/v1/Conversations")).http().body()).startsWith("{]");
			assertThat(client.get("/v1/ParticipantConversations?Identity=ada").header("Twilio-Request-Duration"))
				.isGreaterThanOrEqualTo("0.100");
		}
	}

	@Test
	void runWhenOnLoopbackDoesNotWarn() {
		try (ConversationsSimulator simulator = run(List.of("--host=localhost"))) {
			assertThat(simulator.baseUrl()).isEqualTo("http://127.0.0.1:" + simulator.port());
			assertThat(this.errors.toString(StandardCharsets.UTF_8)).isEmpty();
		}
	}

	@Test
	void runWhenReachableFromElsewhereWarns() {
		try (ConversationsSimulator simulator = run(List.of("--host=0.0.0.0"))) {
			assertThat(simulator.baseUrl()).isEqualTo("http://127.0.0.1:" + simulator.port());
			assertThat(this.errors.toString(StandardCharsets.UTF_8)).startsWith("Warning: 0.0.0.0 is no loopback");
		}
	}

	@ParameterizedTest
	@CsvSource({ "--port=abc, --port=abc: is not a number from 0 to 65535",
			"--port=65536, --port=65536: is not a number from 0 to 65535",
			"--hots=x, --hots=x: is not an option; --help tells which there are",
			"help, help: is not an option; --help tells which there are",
			"--host=no.such.host.invalid, --host=no.such.host.invalid: is not known",
			"--delay=soon, '--delay: must be a duration such as PT0.5S, of at most an hour'",
			"--fault=503, 'fault: must have the form key=value,key=value'",
			"--fault=status=200, status: must be a number from 400 to 599", "--fault=times=1, status: is missing",
			"--fault=kind=flood, 'kind: is not one of error, delay, hang, reset, reset_in_body, truncate_body, "
					+ "garble_body and empty_page'",

			"--seed=missing.json, missing.json: cannot be read" })
	void runWhenArgumentIsBadNamesIt(String argument, String message) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> run(List.of(argument))).withMessage(message);
	}

	@Test
	void runWhenPortIsTakenNamesIt() {
		try (ConversationsSimulator other = ConversationsSimulator.start()) {
			String argument = "--port=" + other.port();
			assertThatExceptionOfType(UsageException.class).isThrownBy(() -> run(List.of(argument)))
				.withMessage("--host=127.0.0.1 " + argument + ": cannot be listened on");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			[] | the top level: must be an object
			{"conversations":{}} | conversations: must be an array
			{"conversations":[],"extra":1} | extra: is not a known key
			{"conversations":[{}]} | conversations[0].participants: must be an array
			{"conversations":[{"participants":[]},3]} | conversations[1]: must be an object
			{"conversations":[{"participants":[{}]}]} | \
			conversations[0].participants[0]: Either messaging binding or identity is required
			{"conversations":[{"participants":[{"identity":5}]}]} | \
			conversations[0].participants[0].identity: must be text
			{"conversations":[{"participants":[{"name":"x"}]}]} | \
			conversations[0].participants[0].name: is not a known key
			{"conversations":[{"participants":[{"messaging_binding":{"address":"x"}}]}]} | \
			conversations[0].participants[0]: Messaging binding address is invalid
			{"conversations":[{"participants":[{"messaging_binding":[]}]}]} | \
			conversations[0].participants[0].messaging_binding: must be an object
			{"conversations":[{"sid":"CH1","participants":[]}]} | \
			conversations[0].sid: must be CH and 32 hexadecimal digits
			{"conversations":[{"state":"open","participants":[]}]} | \
			conversations[0].state: must be one of initializing, inactive, active and closed
			{"conversations":[{"attributes":"{","participants":[]}]} | \
			conversations[0].attributes: must be JSON of at most 16 KB
			{"conversations":[{"unique_name":"a","participants":[]},{"unique_name":"a","participants":[]}]} | \
			conversations[1].unique_name: is taken
			{"conversations":[ | line 1, column 19: is not valid JSON
			""")
	void runWhenSeedIsBadNamesPlace(String json, String message, @TempDir Path directory) throws IOException {
		Path seed = Files.writeString(directory.resolve("seed.json"), json);
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> run(List.of("--seed=" + seed)))
			.withMessage(seed + ": " + message);
	}

	private ConversationsSimulator run(List<String> arguments) {
		return this.command.run(CommandLine.parse(arguments));
	}

}
