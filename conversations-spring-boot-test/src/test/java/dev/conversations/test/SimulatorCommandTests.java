package dev.conversations.test;

import java.io.IOException;
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

	private final SimulatorCommand command = new SimulatorCommand(ConversationsSimulator::start);

	@Test
	void runWithoutArgumentsListensOnFreePort() {
		try (ConversationsSimulator simulator = this.command.run(List.of())) {
			assertThat(simulator.port()).isPositive();
			assertThat(SimulatorCommand.describe(simulator))
				.isEqualTo("{\"baseUrl\":\"http://127.0.0.1:%d\",\"accountSid\":\"%s\",\"authToken\":\"%s\"}"
					.formatted(simulator.port(), simulator.accountSid(), simulator.authToken()));
		}
	}

	@Test
	void runWithSeedAddsConversations() {
		Path seed = Path.of("src/test/resources/dev/conversations/test/seed.json");
		try (ConversationsSimulator simulator = this.command.run(List.of("--port=0", "--seed=" + seed))) {
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
	void runWithSeedOfTheReadmeAddsConversations(@TempDir Path directory) throws IOException {
		Matcher json = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(Path.of("../README.md")));
		assertThat(json.find()).isTrue();
		Path seed = Files.writeString(directory.resolve("seed.json"), json.group(1));
		try (ConversationsSimulator simulator = this.command.run(List.of("--seed=" + seed))) {
			ApiClient client = new ApiClient(simulator);
			assertThat(client.get("/v1/Conversations/support/Participants").body().path("participants")).hasSize(2);
		}
	}

	@ParameterizedTest
	@CsvSource({ "--port=abc, --port=abc: is not a number from 0 to 65535",
			"--port=65536, --port=65536: is not a number from 0 to 65535",
			"--host=x, --host=x: is not one of --port=PORT and --seed=FILE.json",
			"--seed=missing.json, missing.json: cannot be read" })
	void runWhenArgumentIsBadNamesIt(String argument, String message) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> this.command.run(List.of(argument)))
			.withMessage(message);
	}

	@Test
	void runWhenPortIsTakenNamesIt() {
		try (ConversationsSimulator other = ConversationsSimulator.start()) {
			String argument = "--port=" + other.port();
			assertThatExceptionOfType(UsageException.class).isThrownBy(() -> this.command.run(List.of(argument)))
				.withMessage(argument + ": cannot be listened on");
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
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> this.command.run(List.of("--seed=" + seed)))
			.withMessage(seed + ": " + message);
	}

}
