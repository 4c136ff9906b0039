package dev.conversations.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.conversations.client.RecordingServer.Received;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Method, path, query, form and header of each operation on the wire, plain and in a
 * service.
 */
class OperationsTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final String HEX = "a".repeat(32);

	private static final String SERVICE = "IS" + HEX;

	private static final String CONVERSATION = "CH" + HEX;

	private static final String SID = "MB" + HEX;

	private static final String CREATE_FORM = "Identity=ada&Attributes=%7B%22a%22%3A1%7D&RoleSid=RL" + HEX
			+ "&DateCreated=2015-07-30T20%3A00%3A00Z&DateUpdated=2015-07-30T20%3A00%3A01Z";

	private static final String UPDATE_FORM = "Attributes=%7B%7D&Identity=ada&RoleSid=RL" + HEX
			+ "&MessagingBinding.ProxyAddress=null&MessagingBinding.ProjectedAddress=%2B15550001"
			+ "&LastReadMessageIndex=12&LastReadTimestamp=2015-07-30T20%3A00%3A00Z"
			+ "&DateCreated=2015-07-30T20%3A00%3A00Z&DateUpdated=2015-07-30T20%3A00%3A01Z";

	static Stream<Operation> operations() {
		return Stream.of(plain(), inService()).flatMap(Function.identity());
	}

	private static Stream<Operation> plain() {
		return operations("/v1", Function.identity(), "");
	}

	private static Stream<Operation> inService() {
		return operations("/v1/Services/" + SERVICE, (client) -> client.inService(SERVICE), "Service");
	}

	private static Stream<Operation> operations(String root, Function<ParticipantClient, ParticipantClient> view,
			String prefix) {
		String participants = root + "/Conversations/" + CONVERSATION + "/Participants";
		String participant = participants + "/" + SID;
		String one = "GET_" + prefix + "Participant_200.json";
		return Stream.of(
				new Operation("create", "POST", participants, CREATE_FORM, 201, one,
						(client) -> view.apply(client).create(CONVERSATION, newParticipant())),
				new Operation("fetch", "GET", participant, "", 200, one,
						(client) -> view.apply(client).fetch(CONVERSATION, SID)),
				new Operation("update", "POST", participant, UPDATE_FORM, 200, one,
						(client) -> view.apply(client).update(CONVERSATION, SID, update())),
				new Operation("delete", "DELETE", participant, "", 204, null,
						(client) -> view.apply(client).delete(CONVERSATION, SID)),
				new Operation("list", "GET", participants + "?PageSize=100", "", 200, "GET_Participants_200.json",
						(client) -> view.apply(client).list(CONVERSATION)),
				new Operation("listConversations", "GET",
						root + "/ParticipantConversations?Address=%2B375255555555&PageSize=50", "", 200,
						"GET_" + prefix + "ParticipantConversations_200.json",
						(client) -> view.apply(client)
							.listConversations(ParticipantIdentifier.address("+375255555555"),
									Paging.defaults().withLimit(60))));
	}

	private static NewParticipant newParticipant() {
		return NewParticipant.chat("ada")
			.withAttributes("{\"a\":1}")
			.withRoleSid("RL" + HEX)
			.withDateCreated(Instant.parse("2015-07-30T20:00:00.123Z"))
			.withDateUpdated(Instant.parse("2015-07-30T20:00:01Z"));
	}

	private static ParticipantUpdate update() {
		return ParticipantUpdate.create()
			.withAttributes("{}")
			.withIdentity("ada")
			.withRoleSid("RL" + HEX)
			.withoutProxyAddress()
			.withProjectedAddress("+15550001")
			.withLastReadMessageIndex(12)
			.withLastReadTimestamp("2015-07-30T20:00:00Z")
			.withDateCreated(Instant.parse("2015-07-30T20:00:00Z"))
			.withDateUpdated(Instant.parse("2015-07-30T20:00:01Z"));
	}

	@ParameterizedTest
	@MethodSource("operations")
	void requestOnTheWire(Operation operation) {
		try (RecordingServer server = operation.server()) {
			Flux.from(operation.call().apply(server.client())).blockLast(LIMIT);
			Received received = server.single();
			assertThat(received.method()).isEqualTo(operation.method());
			assertThat(received.target()).isEqualTo(operation.target());
			assertThat(received.body()).isEqualTo(operation.form());
			assertThat(received.headers().get("Accept")).isEqualTo("application/json");
			assertThat(received.headers().get("Authorization")).isEqualTo(basic("ACuser:password-4711"));
			assertThat(received.headers().contains("X-Twilio-Webhook-Enabled")).isFalse();
		}
	}

	@ParameterizedTest
	@MethodSource("operations")
	void webhookHeaderWhenEnabledIsSentByWritesOnly(Operation operation) {
		try (RecordingServer server = operation.server()) {
			ParticipantClient client = server.client().withWebhookEnabled(true);
			Flux.from(operation.call().apply(client)).blockLast(LIMIT);
			assertThat(server.single().headers().get("X-Twilio-Webhook-Enabled"))
				.isEqualTo(operation.method().equals("GET") ? null : "true");
		}
	}

	@ParameterizedTest
	@MethodSource("operations")
	void contentTypeWhenFormIsUrlEncoded(Operation operation) {
		try (RecordingServer server = operation.server()) {
			Flux.from(operation.call().apply(server.client())).blockLast(LIMIT);
			String contentType = server.single().headers().get("Content-Type");
			if (operation.form().isEmpty()) {
				assertThat(contentType).isNull();
			}
			else {
				assertThat(contentType).startsWith("application/x-www-form-urlencoded");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("operations")
	void nothingIsSentBeforeSubscriptionAndEachSubscriptionStandsAlone(Operation operation) {
		try (RecordingServer server = operation.server()) {
			Publisher<?> publisher = operation.call().apply(server.client());
			assertThat(server.received()).isEmpty();
			Flux.from(publisher).blockLast(LIMIT);
			Flux.from(publisher).blockLast(LIMIT);
			assertThat(server.received()).hasSize(2);
		}
	}

	private static String basic(String credentials) {
		return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
	}

	record Operation(String name, String method, String target, String form, int status, String file,
			Function<ParticipantClient, Publisher<?>> call) {

		RecordingServer server() {
			return RecordingServer.answering(this.status, (this.file != null) ? RecordingServer.file(this.file)
				.replaceAll("\"next_page_url\": \"[^\"]*\"", "\"next_page_url\": null") : "");
		}

		@Override
		public String toString() {
			return this.name + " " + this.target;
		}

	}

}
