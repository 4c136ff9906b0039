package dev.conversations.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Accounts that are known at run time only share connections and nothing else.
 */
class TenantTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final int TENANTS = 10_000;

	private static BasicCredentials credentials(int tenant) {
		return new BasicCredentials("AC%032x".formatted(tenant), "token-" + tenant, "AC%032x".formatted(tenant));
	}

	private static String username(HttpServerRequest request) {
		String encoded = request.requestHeaders().get("Authorization").substring("Basic ".length());
		String credentials = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
		return credentials.substring(0, credentials.indexOf(':'));
	}

	private static RecordingServer echoing(Map<String, AtomicInteger> underWay, AtomicInteger most) {
		return RecordingServer.answering((request, response) -> {
			String tenant = username(request);
			most.accumulateAndGet(underWay.computeIfAbsent(tenant, (key) -> new AtomicInteger()).incrementAndGet(),
					Math::max);
			return response.sendString(Mono.delay(Duration.ofMillis(1)).map((tick) -> {
				underWay.get(tenant).decrementAndGet();
				return "{\"account_sid\":\"" + tenant + "\"}";
			}));
		});
	}

	private static TwilioTransport transport(RecordingServer server, int connections, int requests) {
		return TwilioTransport.create(WebClient.builder(),
				server.settings()
					.withLimits(LimitSettings.defaults().withConcurrency(connections, requests))
					.withRetry(RecordingServer.attempts(2)));
	}

	@Test
	void tenThousandAccountsAtOnceShareThePoolAndGetTheirOwnAnswers() {
		AtomicInteger most = new AtomicInteger();
		try (RecordingServer server = echoing(new ConcurrentHashMap<>(), most)) {
			TwilioTransport transport = transport(server, 20, 2);
			TwilioConversations twilio = transport.conversations(TestClients.CREDENTIALS);
			Set<String> answers = Flux.range(0, TENANTS)
				.flatMap((tenant) -> twilio.forAccount(credentials(tenant)).participants().fetch("CH1", "ada"), TENANTS)
				.map(Participant::accountSid)
				.collect(Collectors.toSet())
				.block(LIMIT);
			assertThat(answers).hasSize(TENANTS);
			assertThat(transport.http().accounts().size()).isEqualTo(TENANTS);
			assertThat(transport.http().connections().gate().inUse()).isZero();
		}
	}

	@Test
	void accountThatIsAskedForAnewKeepsItsGate() {
		AtomicInteger most = new AtomicInteger();
		try (RecordingServer server = echoing(new ConcurrentHashMap<>(), most)) {
			TwilioConversations twilio = transport(server, 20, 2).conversations(TestClients.CREDENTIALS);
			Flux.range(0, 200)
				.flatMap((index) -> twilio.forAccount(credentials(index % 3)).participants().fetch("CH1", "ada"), 200)
				.blockLast(LIMIT);
			assertThat(most).as("requests of one account at once").hasValueLessThanOrEqualTo(2);
		}
	}

	@Test
	void refusalOfOneAccountClosesNoOther() {
		String refused = credentials(1).username();
		try (RecordingServer server = RecordingServer.answering((request, response) -> username(request).equals(refused)
				? response.status(429).header("Retry-After", "30").send()
				: response.sendString(Mono.just("{\"sid\":\"MB1\"}")))) {
			TwilioConversations twilio = transport(server, 20, 2).conversations(TestClients.CREDENTIALS);
			twilio.forAccount(credentials(1)).participants().fetch("CH1", "ada").subscribe((participant) -> {
			}, (failure) -> {
			});
			IntStream.range(2, 30)
				.forEach((tenant) -> assertThat(
						twilio.forAccount(credentials(tenant)).participants().fetch("CH1", "ada").block(LIMIT))
					.isNotNull());
			assertThat(twilio.participants().fetch("CH1", "ada").block(LIMIT)).isNotNull();
		}
	}

	@Test
	void cursorOfOneAccountIsRefusedByAnother() {
		try (RecordingServer server = RecordingServer.answering(200, "{\"participants\":[],\"meta\":{}}")) {
			TwilioConversations twilio = transport(server, 20, 2).conversations(TestClients.CREDENTIALS);
			Page<Participant> page = twilio.forAccount(credentials(1))
				.participants()
				.page("CH1", Paging.defaults())
				.block(LIMIT);
			Paging paging = Paging.defaults().startingAt(page.cursor());
			assertThat(twilio.forAccount(credentials(1)).participants().page("CH1", paging).block(LIMIT)).isNotNull();
			assertThatIllegalArgumentException()
				.isThrownBy(() -> twilio.forAccount(credentials(2)).participants().page("CH1", paging));
			assertThatIllegalArgumentException().isThrownBy(() -> twilio.participants().list("CH1", paging));
			assertThat(server.received()).hasSize(2);
		}
	}

	@Test
	void serviceDoesNotGoAlongToAnotherAccount() {
		try (RecordingServer server = RecordingServer.answering(200, "{\"sid\":\"MB1\"}")) {
			TwilioConversations twilio = transport(server, 20, 2).conversations(TestClients.CREDENTIALS)
				.inService("IS" + "0".repeat(32))
				.withWebhookEnabled(true);
			twilio.forAccount(credentials(1)).participants().delete("CH1", "MB1").block(LIMIT);
			assertThat(server.single().target()).isEqualTo("/v1/Conversations/CH1/Participants/MB1");
			assertThat(server.single().headers().get("X-Twilio-Webhook-Enabled")).isEqualTo("true");
		}
	}

}
