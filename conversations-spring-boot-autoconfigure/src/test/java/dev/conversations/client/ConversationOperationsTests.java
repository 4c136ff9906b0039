package dev.conversations.client;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.conversations.client.RecordingServer.Received;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Method, path, query, form and header of each operation on conversations, plain and in a
 * service.
 */
class ConversationOperationsTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final String HEX = "a".repeat(32);

	private static final String SERVICE = "IS" + HEX;

	private static final String SID = "CH" + HEX;

	private static final String FORM = "FriendlyName=Line+1&UniqueName=line-1&Attributes=%7B%22a%22%3A1%7D"
			+ "&MessagingServiceSid=MG" + HEX + "&State=inactive&Timers.Inactive=PT1M&Timers.Closed=PT24H10M1S"
			+ "&Bindings.Email.Address=a%40b.example&Bindings.Email.Name=A%26B"
			+ "&DateCreated=2015-07-30T20%3A00%3A00Z&DateUpdated=2015-07-30T20%3A00%3A01Z";

	private static final String PARTICIPANTS = "UniqueName=line-1&Participant=%7B%22identity%22%3A%22ada%22%7D"
			+ "&Participant=%7B%22messaging_binding%22%3A%7B%22address%22%3A%22%2B15550001%22"
			+ "%2C%22proxy_address%22%3A%22%2B15550002%22%7D%7D";

	static Stream<Operation> operations() {
		return Stream.concat(operations("/v1", Function.identity(), ""),
				operations("/v1/Services/" + SERVICE, (client) -> client.inService(SERVICE), "Service"));
	}

	private static Stream<Operation> operations(String root, Function<ConversationClient, ConversationClient> view,
			String prefix) {
		String conversations = root + "/Conversations";
		String one = "GET_" + prefix + "Conversation_200.json";
		String many = "GET_" + prefix + "Conversations_200.json";
		return Stream.of(
				new Operation("create", "POST", conversations, FORM, 201, one,
						(client) -> view.apply(client).create(newConversation())),
				new Operation("createWithParticipants", "POST", root + "/ConversationWithParticipants", PARTICIPANTS,
						202, "POST_ConversationWithParticipants_202.json",
						(client) -> view.apply(client)
							.createWithParticipants(NewConversation.create().withUniqueName("line-1"), participants())),
				new Operation("fetch", "GET", conversations + "/" + SID, "", 200, one,
						(client) -> view.apply(client).fetch(SID)),
				new Operation("awaitInitialized", "GET", conversations + "/" + SID, "", 200, one,
						(client) -> view.apply(client).awaitInitialized(SID)),
				new Operation("update", "POST", conversations + "/line-1", FORM, 200, one,
						(client) -> view.apply(client).update("line-1", update())),
				new Operation("delete", "DELETE", conversations + "/" + SID, "", 204, null,
						(client) -> view.apply(client).delete(SID)),
				new Operation("list", "GET", conversations + "?PageSize=100", "", 200, many,
						(client) -> view.apply(client).list(ConversationFilter.all())),
				new Operation("page", "GET",
						conversations + "?State=active&StartDate=2024-02-29&EndDate=2024-03-01&PageSize=7", "", 200,
						many, (client) -> view.apply(client).page(filter(), Paging.defaults().withPageSize(7))));
	}

	private static NewConversation newConversation() {
		return NewConversation.create()
			.withFriendlyName("Line 1")
			.withUniqueName("line-1")
			.withAttributes("{\"a\":1}")
			.withMessagingServiceSid("MG" + HEX)
			.withState(ConversationState.INACTIVE)
			.withInactiveAfter(Duration.ofMinutes(1))
			.withClosedAfter(Duration.ofDays(1).plusMinutes(10).plusMillis(1999))
			.withEmailBinding("a@b.example", "A&B")
			.withDateCreated(Instant.parse("2015-07-30T20:00:00.123Z"))
			.withDateUpdated(Instant.parse("2015-07-30T20:00:01Z"));
	}

	private static ConversationUpdate update() {
		return ConversationUpdate.create()
			.withFriendlyName("Line 1")
			.withUniqueName("line-1")
			.withAttributes("{\"a\":1}")
			.withMessagingServiceSid("MG" + HEX)
			.withState(ConversationState.INACTIVE)
			.withInactiveAfter(Duration.ofMinutes(1))
			.withClosedAfter(Duration.ofDays(1).plusMinutes(10).plusMillis(1999))
			.withEmailBinding("a@b.example", "A&B")
			.withDateCreated(Instant.parse("2015-07-30T20:00:00.123Z"))
			.withDateUpdated(Instant.parse("2015-07-30T20:00:01Z"));
	}

	private static List<NewParticipant> participants() {
		return List.of(NewParticipant.chat("ada"), NewParticipant.messaging("+15550001", "+15550002"));
	}

	private static ConversationFilter filter() {
		return ConversationFilter.all()
			.withEndDate(LocalDate.of(2024, 3, 1))
			.withStartDate(LocalDate.of(2024, 2, 29))
			.withState(ConversationState.ACTIVE);
	}

	@ParameterizedTest
	@MethodSource("operations")
	void requestOnTheWire(Operation operation) {
		try (RecordingServer server = operation.server()) {
			Flux.from(operation.call().apply(server.conversations())).blockLast(LIMIT);
			Received received = server.single();
			assertThat(received.method()).isEqualTo(operation.method());
			assertThat(received.target()).isEqualTo(operation.target());
			assertThat(received.body()).isEqualTo(operation.form());
			assertThat(received.headers().get("Accept")).isEqualTo("application/json");
			assertThat(received.headers().get("Authorization")).startsWith("Basic ");
			assertThat(received.headers().contains("X-Twilio-Webhook-Enabled")).isFalse();
			assertThat(received.headers().get("Content-Type", "")).startsWith(operation.contentType());
		}
	}

	@ParameterizedTest
	@MethodSource("operations")
	void webhookHeaderIsSentByWritesOnly(Operation operation) {
		for (boolean enabled : new boolean[] { true, false }) {
			try (RecordingServer server = operation.server()) {
				ConversationClient client = server.conversations().withWebhookEnabled(enabled);
				Flux.from(operation.call().apply(client)).blockLast(LIMIT);
				assertThat(server.single().headers().get("X-Twilio-Webhook-Enabled"))
					.isEqualTo(operation.method().equals("GET") ? null : String.valueOf(enabled));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("operations")
	void nothingIsSentBeforeSubscriptionAndEachSubscriptionStandsAlone(Operation operation) {
		try (RecordingServer server = operation.server()) {
			Publisher<?> publisher = operation.call().apply(server.conversations());
			assertThat(server.received()).isEmpty();
			Flux.from(publisher).blockLast(LIMIT);
			Flux.from(publisher).blockLast(LIMIT);
			assertThat(server.received()).hasSize(2);
		}
	}

	record Operation(String name, String method, String target, String form, int status, String file,
			Function<ConversationClient, Publisher<?>> call) {

		RecordingServer server() {
			String body = (this.file != null) ? RecordingServer.file(this.file) : "";
			return RecordingServer.answering(this.status,
					this.name.equals("awaitInitialized") ? body.replace("initializing", "active") : body);
		}

		String contentType() {
			return this.form.isEmpty() ? "" : "application/x-www-form-urlencoded";
		}

		@Override
		public String toString() {
			return this.name + " " + this.target;
		}

	}

}
