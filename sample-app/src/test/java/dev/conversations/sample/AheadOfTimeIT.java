package dev.conversations.sample;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.conversations.test.ConversationsSimulator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application as it was processed ahead of time, without credentials: it runs with
 * and without credentials at run time.
 */
class AheadOfTimeIT {

	private static final Pattern PORT = Pattern.compile("Netty started on port (\\d+)");

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@Test
	void applicationWhenCredentialsComeAtRunTimeStreamsWithThem() throws Exception {
		try (ConversationsSimulator simulator = SampleData.addTo(ConversationsSimulator.start())) {
			assertThat(stream(Map.of("TWILIO_ACCOUNT_SID", simulator.accountSid(), "TWILIO_AUTH_TOKEN",
					simulator.authToken(), "TWILIO_CONVERSATIONS_BASE_URL", simulator.baseUrl())))
				.isEqualTo(1237);
			assertThat(simulator.requestCount()).isEqualTo(25);
		}
	}

	@Test
	void applicationWhenThereAreNoCredentialsStreamsFromItsSimulator() throws Exception {
		assertThat(stream(Map.of())).isEqualTo(1237);
	}

	@Test
	void clientWhenItsNameComesAtRunTimeIsChecked() throws Exception {
		Process process = start(Map.of("TWILIO_CONVERSATIONS_CLIENTS_SUPPORT_PAGING_PAGESIZE", "0"));
		try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
			assertThat(output.lines())
				.anyMatch((line) -> line.contains("'twilio.conversations.clients.support.paging.page-size' must be"));
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static Process start(Map<String, String> environment) throws Exception {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Dspring.aot.enabled=true", "-cp", System.getProperty("java.class.path"),
				SampleApplication.class.getName(), "--server.port=0"));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().putAll(environment);
		Process process = builder.start();
		process.onExit()
			.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
			.exceptionally((ex) -> process.destroyForcibly());
		return process;
	}

	private static long stream(Map<String, String> environment) throws Exception {
		Process process = start(environment);
		try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
			URI uri = URI.create("http://localhost:" + port(output) + "/api/participant-conversations?identity=ada");
			HttpRequest request = HttpRequest.newBuilder(uri).timeout(LIMIT).build();
			HttpResponse<String> response = HttpClient.newHttpClient()
				.send(request, HttpResponse.BodyHandlers.ofString());
			return response.body().lines().filter((line) -> line.contains("\"conversationSid\":\"CH")).count();
		}
		finally {
			process.destroyForcibly();
		}
	}

	/**
	 * The port that the application tells, or a failure with what it told when it ended.
	 */
	private static String port(BufferedReader output) throws Exception {
		StringBuilder told = new StringBuilder();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			told.append(line).append('\n');
			Matcher port = PORT.matcher(line);
			if (port.find()) {
				assertThat(told).contains("AOT-processed");
				return port.group(1);
			}
		}
		throw new AssertionError("The application has ended:\n" + told);
	}

}
