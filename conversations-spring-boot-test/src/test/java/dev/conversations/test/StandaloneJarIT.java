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
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the runnable jar, which needs nothing but a Java virtual machine.
 */
class StandaloneJarIT {

	private static final int LIMIT = 60;

	@TempDir
	Path directory;

	@Test
	void jarWhenRunServesAndIsControlled() throws Exception {
		Process process = start("--fault=status=503,times=1");
		try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
			ApiClient client = ApiClient.of(new JsonMapper().readTree(output.readLine()));
			assertThat(client.get("/v1/Conversations").status()).isEqualTo(503);
			assertThat(client.get("/v1/Conversations").status()).isEqualTo(200);
			assertThat(client.exchange(client.request("/simulator").DELETE()).status()).isEqualTo(204);
			process.destroy();
			assertThat(process.waitFor(LIMIT, TimeUnit.SECONDS)).isTrue();
			assertThat(Files.readAllLines(this.directory.resolve("errors"))).hasSize(2)
				.allMatch((line) -> line.contains(" GET /v1/Conversations "));
		}
		finally {
			process.destroyForcibly();
		}
	}

	@Test
	void jarWhenAskedForHelpPrintsOptions() throws Exception {
		Process process = start("--help");
		assertThat(process.waitFor(LIMIT, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isZero();
		assertThat(process.inputReader(StandardCharsets.UTF_8).lines()).anyMatch((line) -> line.contains("--port="));
	}

	private Process start(String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-jar", jar().toString()));
		command.addAll(List.of(arguments));
		File errors = this.directory.resolve("errors").toFile();
		Process process = new ProcessBuilder(command).redirectError(errors).start();
		process.onExit().orTimeout(LIMIT, TimeUnit.SECONDS).exceptionally((ex) -> process.destroyForcibly());
		return process;
	}

	private static Path jar() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("target"))) {
			return files.filter((file) -> file.toString().endsWith("-standalone.jar")).findFirst().orElseThrow();
		}
	}

}
