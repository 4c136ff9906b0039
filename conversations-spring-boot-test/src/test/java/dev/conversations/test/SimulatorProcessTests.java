package dev.conversations.test;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConversationsSimulator#main(String[])} in a process of its own.
 */
class SimulatorProcessTests {

	private static final int LIMIT = 60;

	@TempDir
	Path directory;

	@Test
	void mainWhenReadyPrintsOneLineAndServes() throws Exception {
		Process process = start("--port=0");
		try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
			JsonNode line = new JsonMapper().readTree(output.readLine());
			assertThat(ApiClient.of(line).get("/v1/ParticipantConversations?Identity=ada").status()).isEqualTo(200);
			process.toHandle().destroy();
			assertThat(process.waitFor(LIMIT, TimeUnit.SECONDS)).isTrue();
			assertThat(output.readLine()).isNull();
			assertThat(Files.readString(this.directory.resolve("errors"))).doesNotContain("DEBUG");
		}
		finally {
			process.destroyForcibly();
		}
	}

	@Test
	void mainWhenAskedForHelpPrintsOptions() throws Exception {
		Process process = start("--help");
		assertThat(process.waitFor(LIMIT, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isZero();
		assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("--port=",
				"--host=", "--seed=", "--delay=", "--fault=", "--help");
	}

	@Test
	void mainWhenArgumentIsBadExitsWithStatus2AndOneLine() throws Exception {
		Process process = start("--port=none");
		assertThat(process.waitFor(LIMIT, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isEqualTo(2);
		assertThat(process.getInputStream().readAllBytes()).isEmpty();
		assertThat(Files.readAllLines(this.directory.resolve("errors")))
			.containsExactly("--port=none: is not a number from 0 to 65535");
	}

	private Process start(String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-cp", System.getProperty("java.class.path")));
		command.add(ConversationsSimulator.class.getName());
		command.addAll(List.of(arguments));
		File errors = this.directory.resolve("errors").toFile();
		Process process = new ProcessBuilder(command).redirectError(errors).start();
		process.onExit().orTimeout(LIMIT, TimeUnit.SECONDS).exceptionally((ex) -> process.destroyForcibly());
		return process;
	}

}
