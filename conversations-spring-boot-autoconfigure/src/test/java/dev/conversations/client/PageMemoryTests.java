package dev.conversations.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.conversations.client.ScriptedMarathon.Way;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 200,000 pages in a JVM of 64 MB with stacks of 256 KB.
 */
class PageMemoryTests {

	@ParameterizedTest
	@EnumSource
	void manyPagesLeaveStackAndHeapFlat(Way way, @TempDir Path directory) throws Exception {
		Path output = directory.resolve("output");
		Process process = start(way, output);
		try {
			assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
			assertThat(output).content(StandardCharsets.UTF_8).endsWith(Integer.toString(way.count()));
			assertThat(process.exitValue()).isZero();
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static Process start(Way way, Path output) throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		Files.createFile(output);
		return new ProcessBuilder(java, "-Xss256k", "-Xmx64m", "-cp", System.getProperty("java.class.path"),
				ScriptedMarathon.class.getName(), way.name())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
	}

}
