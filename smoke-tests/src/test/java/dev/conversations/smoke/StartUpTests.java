package dev.conversations.smoke;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.conversations.client.ParticipantClient;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that has not asked for its client has not loaded it.
 */
class StartUpTests {

	@TempDir
	Path directory;

	@Test
	void clientBeforeItIsAskedForIsNotLoaded() throws Exception {
		Path log = this.directory.resolve("classes");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xlog:class+load:file=" + log, "-cp", System.getProperty("java.class.path"),
				SmokeApplication.class.getName(), "--spring.main.web-application-type=none",
				"--twilio.api-key=SK" + "0".repeat(32), "--twilio.api-secret=secret")
			.redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("output").toFile())
			.start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(Files.readString(this.directory.resolve("output"))).isZero();
		List<String> loaded = Files.readAllLines(log);
		assertThat(loaded).anyMatch((line) -> line.contains("dev.conversations.autoconfigure.ClientSettings "));
		assertThat(loaded).noneMatch((line) -> line.contains("dev.conversations.client.Connections")
				|| line.contains("dev.conversations.client.DefaultParticipantClient")
				|| line.contains("dev.conversations.client.DefaultTwilioConversations")
				|| line.contains("dev.conversations.client.Json") || line.contains(".client.DefaultWebClient"));
	}

	@Test
	void jarOfTheLibraryIsSmall() throws Exception {
		Path library = Path.of(ParticipantClient.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		Assumptions.assumeThat(library).as("packaged, as from the phase 'package' on").isRegularFile();
		assertThat(Files.size(library)).as("at most 318,400 bytes with the jar of the starter").isLessThan(314_000);
	}

}
