package dev.conversations.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages that are far larger than what was asked for, or than the memory.
 */
class LargePageTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final AtomicReference<String> last = new AtomicReference<>();

	private RecordingServer server(Paging paging) {
		String first = "{\"participants\":[{\"sid\":\"MB1\"},{\"sid\":\"MB2\"}],\"meta\":{\"next_page_url\":\"?PageSize="
				+ paging.pageSize() + "&Page=1\"}}";
		return RecordingServer.answering((request, response) -> response
			.sendString(Mono.just(request.uri().endsWith("&Page=1") ? this.last.get() : first)));
	}

	private static Flux<String> list(ParticipantClient client, Paging paging) {
		return client.list("CH", paging).map(Participant::sid);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1_001, 1_000_000 })
	void pageFarBeyondWhatWasAskedForIsAnErrorWhoseCursorGoesOn(int records) {
		this.last.set("{\"participants\":[" + "{},".repeat(records - 1) + "{}]}");
		Paging paging = Paging.defaults().withPageSize(2);
		try (RecordingServer server = server(paging)) {
			ParticipantClient client = server.client();
			AtomicReference<PageCursor> cursor = new AtomicReference<>();
			StepVerifier.create(list(client, paging)).expectNext("MB1", "MB2").expectErrorSatisfies((failure) -> {
				assertThat(failure).isExactlyInstanceOf(PagingException.class)
					.hasMessageEndingWith(": the answer has more than 1000 records");
				cursor.set(((PagingException) failure).resumeCursor());
			}).verify(LIMIT);
			this.last.set("{\"participants\":[{\"sid\":\"MB3\"}]}");
			assertThat(list(client, paging.startingAt(cursor.get())).collectList().block(LIMIT))
				.isEqualTo(List.of("MB3"));
		}
	}

	@Test
	void pageOfTenTimesWhatWasAskedForIsDelivered() {
		this.last.set("{\"participants\":[" + "{},".repeat(1_999) + "{}]}");
		Paging paging = Paging.defaults().withPageSize(200);
		try (RecordingServer server = server(paging)) {
			assertThat(server.client().list("CH", paging).count().block(LIMIT)).isEqualTo(2 + 2_000);
		}
	}

	/**
	 * A real error of a JVM with little memory, where silence would keep the caller
	 * waiting.
	 */
	@Test
	void pageThatDoesNotFitIntoTheMemoryIsAnErrorWhoseCursorGoesOn(@TempDir Path directory) throws Exception {
		Path output = Files.createFile(directory.resolve("output"));
		Process process = start(output);
		try {
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
			assertThat(output).content(StandardCharsets.UTF_8)
				.endsWith("1 record, then GET /v1/Conversations/{ConversationSid}/Participants: "
						+ "the answer is too large, then 1 record");
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static Process start(Path output) throws IOException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		return new ProcessBuilder(java, "-Xmx48m", "-XX:MaxDirectMemorySize=256m", "-XX:+UseSerialGC", "-cp",
				System.getProperty("java.class.path"), LittleMemory.class.getName())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
	}

}
