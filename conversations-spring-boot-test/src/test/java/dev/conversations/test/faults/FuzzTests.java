package dev.conversations.test.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.conversations.client.BasicCredentials;
import dev.conversations.client.LimitSettings;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.RetrySettings;
import dev.conversations.client.TransportSettings;
import dev.conversations.client.TwilioCredentials;
import dev.conversations.client.TwilioException;
import dev.conversations.client.TwilioTransport;
import dev.conversations.test.ConversationSeed;
import dev.conversations.test.ConversationsSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page that was changed at random ends in exactly the records that its JSON holds, or
 * in an error of the client. How many, and from which seed, can be set by the system
 * properties {@code fuzz.pages} and {@code fuzz.seed}.
 */
@Tag("long")
class FuzzTests {

	private static final int PAGES = Integer.getInteger("fuzz.pages", 20_000);

	private static final int PAGES_ON_THE_WIRE = 300;

	private static final long SEED = Long.getLong("fuzz.seed", 1L);

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final Pattern LENGTH = Pattern.compile("(?i)\ncontent-length: *([0-9]{1,6})\r");

	private static ConversationsSimulator simulator;

	private static List<FuzzedList> lists;

	@BeforeAll
	static void seed() {
		simulator = ConversationsSimulator.start();
		ConversationSeed first = simulator.conversation().chatParticipant("ada").chatParticipant("bob");
		simulator.conversation().chatParticipant("ada").attributes("{\"topic\":\"é\"}").add();
		simulator.conversation().chatParticipant("ada").friendlyName("\u2603").add();
		String conversation = first.messagingParticipant("+375255555555", "+15550001").add().sid();
		lists = List.of(FuzzedList.participants(simulator, conversation), FuzzedList.conversations(simulator));
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1 })
	void mutatedPageIsReadExactlyOrIsAnError(int index) {
		FuzzedList list = lists.get(index);
		System.out.printf("fuzz: %d pages of %s, seed %d%n", PAGES / 2, list, SEED);
		PageMutator mutator = new PageMutator(new Random(SEED + index));
		byte[] page = list.first();
		int complete = 0;
		for (int i = 0; i < PAGES / 2; i++) {
			byte[] mutated = mutator.mutate(page);
			complete += check(list, client((request) -> answer(list, mutated, request)), mutated) ? 1 : 0;
		}
		System.out.printf("fuzz: %d of them were lists%n", complete);
		assertThat(complete).isBetween(PAGES / 100, PAGES / 2 - PAGES / 100);
	}

	@Test
	void mutatedAnswerOnTheWireIsReadExactlyOrIsAnError() {
		System.out.printf("fuzz: %d answers on the wire, seed %d%n", PAGES_ON_THE_WIRE, SEED);
		PageMutator mutator = new PageMutator(new Random(SEED));
		FuzzedList list = lists.get(1);
		byte[] last = list.second();
		for (int i = 0; i < PAGES_ON_THE_WIRE; i++) {
			byte[] answer = mutator.mutateBytes(http(last));
			try (RawServer server = new RawServer((output) -> write(output, answer))) {
				check(list, client(URI.create("http://127.0.0.1:" + server.address().getPort())), body(answer));
			}
		}
	}

	private static void write(OutputStream output, byte[] answer) throws IOException {
		output.write(answer);
		output.flush();
	}

	private static byte[] http(byte[] body) {
		String text = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length
				+ "\r\n\r\n";
		byte[] head = text.getBytes(StandardCharsets.US_ASCII);
		byte[] answer = Arrays.copyOf(head, head.length + body.length);
		System.arraycopy(body, 0, answer, head.length, body.length);
		return answer;
	}

	/**
	 * What is behind the head, as far as the head says that it belongs to the answer.
	 */
	private static byte[] body(byte[] answer) {
		String text = new String(answer, StandardCharsets.ISO_8859_1);
		int start = text.indexOf("\r\n\r\n") + 4;
		Matcher length = LENGTH.matcher(text.substring(0, Math.max(0, start)));
		int end = length.find() ? Math.min(start + Integer.parseInt(length.group(1)), answer.length) : answer.length;
		return Arrays.copyOfRange(answer, start, end);
	}

	/**
	 * Reads the list.
	 * @return whether it was one
	 */
	private static boolean check(FuzzedList list, ParticipantClient client, byte[] mutated) {
		try {
			List<?> records = list.read(client).collectList().block(LIMIT);
			list.check(mutated, records);
			return true;
		}
		catch (TwilioException ex) {
			return false;
		}
		catch (RuntimeException | Error ex) {
			throw new AssertionError("seed %d: %s".formatted(SEED, text(mutated)), ex);
		}
	}

	private static String text(byte[] mutated) {
		return Base64.getEncoder().encodeToString(mutated);
	}

	private static ParticipantClient client(ExchangeFunction exchange) {
		return client(WebClient.builder().exchangeFunction(exchange), URI.create(simulator.baseUrl()));
	}

	private static ParticipantClient client(URI baseUrl) {
		return client(WebClient.builder(), baseUrl);
	}

	private static ParticipantClient client(WebClient.Builder builder, URI baseUrl) {
		TwilioCredentials credentials = new BasicCredentials(simulator.accountSid(), simulator.authToken(),
				simulator.accountSid());
		return TwilioTransport.create(builder, settings(baseUrl)).conversations(credentials).participants();
	}

	private static TransportSettings settings(URI baseUrl) {
		return TransportSettings.of(baseUrl)
			.withRetry(new RetrySettings(1, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO))
			.withLimits(LimitSettings.defaults().withResponseTimeout(Duration.ofSeconds(1)));
	}

	/**
	 * The changed page, the second one behind its link, and nothing else.
	 */
	private static Mono<ClientResponse> answer(FuzzedList list, byte[] first, ClientRequest request) {
		String target = request.url().getRawPath() + "?" + request.url().getRawQuery();
		boolean start = target.equals(list.path());
		boolean second = list.next().endsWith(target);
		return Mono.just(ClientResponse.create((start || second) ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
			.header("Content-Type", "application/json")
			.body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(second ? list.second() : first)))
			.build());
	}

}
