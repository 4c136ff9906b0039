package dev.conversations.test.faults;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.conversations.client.Paging;
import dev.conversations.client.Participant;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.test.ConversationsSimulator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * List of two pages, the first of which is to be changed.
 */
final class FuzzedList {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final Paging PAGING = Paging.defaults().withPageSize(2);

	private static final JsonMapper STRICT = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private final String key;

	private final String path;

	private final byte[] first;

	private final byte[] second;

	private final String next;

	private final Function<ParticipantClient, Flux<?>> reader;

	private FuzzedList(ConversationsSimulator simulator, String key, String path,
			Function<ParticipantClient, Flux<?>> reader) {
		this.key = key;
		this.path = path;
		this.reader = reader;
		this.first = fetch(simulator, simulator.baseUrl() + path);
		this.next = next(STRICT.readTree(this.first));
		this.second = fetch(simulator, this.next);
	}

	static FuzzedList participants(ConversationsSimulator simulator, String conversation) {
		return new FuzzedList(simulator, "participants",
				"/v1/Conversations/" + conversation + "/Participants?PageSize=2",
				(client) -> client.list(conversation, PAGING));
	}

	static FuzzedList conversations(ConversationsSimulator simulator) {
		return new FuzzedList(simulator, "conversations", "/v1/ParticipantConversations?Identity=ada&PageSize=2",
				(client) -> client.listConversations(ParticipantIdentifier.identity("ada"), PAGING));
	}

	private static byte[] fetch(ConversationsSimulator simulator, String url) {
		return WebClient.create()
			.get()
			.uri(URI.create(url))
			.headers((headers) -> headers.setBasicAuth(simulator.accountSid(), simulator.authToken()))
			.retrieve()
			.bodyToMono(byte[].class)
			.block(LIMIT);
	}

	String path() {
		return this.path;
	}

	String next() {
		return this.next;
	}

	byte[] first() {
		return this.first;
	}

	byte[] second() {
		return this.second;
	}

	Flux<?> read(ParticipantClient client) {
		return this.reader.apply(client);
	}

	/**
	 * Checks that what was read is what the JSON says, which is read by other means here.
	 */
	void check(byte[] page, List<?> records) {
		List<JsonNode> expected = records(page);
		assertThat(records).hasSameSizeAs(expected);
		for (int i = 0; i < records.size(); i++) {
			JsonNode sid = expected.get(i);
			assertThat(sid(records.get(i)) == null).as("record %d", i).isEqualTo(sid.isNull() || sid.isMissingNode());
			if (sid.isString()) {
				assertThat(sid(records.get(i))).isEqualTo(sid.asString());
			}
		}
	}

	private static @Nullable String sid(Object value) {
		return (value instanceof Participant participant) ? participant.sid()
				: ((ParticipantConversation) value).participantSid();
	}

	/**
	 * The SIDs of the records, those of the second page included if the page goes on.
	 */
	private List<JsonNode> records(byte[] page) {
		JsonNode root = STRICT.readTree(page);
		assertThat(root.path(this.key).isArray()).isTrue();
		List<JsonNode> sids = new ArrayList<>();
		root.get(this.key).forEach((element) -> sids.add(element.path(sidName())));
		if (!next(root).isEmpty()) {
			sids.addAll(records(this.second));
		}
		return sids;
	}

	private String sidName() {
		return this.key.equals("participants") ? "sid" : "participant_sid";
	}

	private static String next(JsonNode root) {
		JsonNode next = root.path("meta").path("next_page_url");
		return (next.isNull() || next.isMissingNode()) ? "" : next.isString() ? next.asString() : next.toString();
	}

	@Override
	public String toString() {
		return this.key;
	}

}
