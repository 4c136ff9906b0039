package dev.conversations.test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.conversations.test.ApiClient.Response;
import dev.conversations.test.ModelAccount.ModelConversation;
import dev.conversations.test.ModelAccount.ModelParticipant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Random sequences of operations, in which the {@link ConversationsSimulator} has to
 * agree with a {@link ModelAccount}. For other sequences, set {@code simulator.seed}; for
 * more, {@code simulator.sequences}.
 */
@Tag("long")
class StateMachineTests {

	private static final int SEQUENCES = Integer.getInteger("simulator.sequences", 1000);

	private static final int MAX_LENGTH = 14;

	private static final List<String> IDENTITIES = List.of("ada", "b+b", "c c");

	private static final List<String> ADDRESSES = List.of("+15550001", "+15550002");

	private static final List<String> PROXIES = List.of("+15550001", "+15560001");

	private final ConversationsSimulator simulator = ConversationsSimulator.start();

	private final ApiClient client = new ApiClient(this.simulator);

	private final List<SimulatedConversation> conversations = new ArrayList<>();

	private ModelAccount model = new ModelAccount();

	private Random random = new Random();

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void simulatorAgreesWithModel() {
		long seed = Long.getLong("simulator.seed", 1L);
		System.out.println("simulator.seed=" + seed);
		for (int i = 0; i < SEQUENCES; i++) {
			this.random = new Random(seed + i);
			long sequence = seed + i;
			try {
				runSequence();
			}
			catch (AssertionError ex) {
				throw new AssertionError("Repeat with -Dsimulator.seed=" + sequence, ex);
			}
		}
	}

	private void runSequence() {
		this.simulator.reset();
		this.model = new ModelAccount();
		this.conversations.clear();
		for (int i = 0; i < 3; i++) {
			SimulatedConversation added = this.simulator.conversation().add();
			this.conversations.add(added);
			this.model.add(added.sid());
		}
		int length = 1 + this.random.nextInt(MAX_LENGTH);
		for (int i = 0; i < length; i++) {
			runOperation();
		}
		listConversations();
	}

	private void runOperation() {
		SimulatedConversation conversation = pick(this.conversations);
		ModelConversation expected = this.model.add(conversation.sid());
		switch (this.random.nextInt(12)) {
			case 0, 1, 2, 3, 4 -> create(expected);
			case 5, 6, 7 -> update(expected);
			case 8 -> fetch(expected);
			case 9 -> delete(expected);
			case 10 -> closeOrReopen(conversation, expected);
			default -> list(expected);
		}
	}

	private void create(ModelConversation conversation) {
		ModelParticipant draft = new ModelParticipant("", maybe(IDENTITIES), maybe(ADDRESSES), maybe(PROXIES),
				(this.random.nextInt(4) == 0) ? "+15570001" : null);
		int expected = this.model.create(conversation, draft);
		Map<String, String> form = new LinkedHashMap<>();
		put(form, "Identity", draft.identity);
		put(form, "MessagingBinding.Address", draft.address);
		put(form, "MessagingBinding.ProxyAddress", draft.proxy);
		put(form, "MessagingBinding.ProjectedAddress", draft.projected);
		Response created = this.client.post(path(conversation), form);
		assertThat(created.code()).isEqualTo(expected);
		if (expected == 0) {
			draft.sid = created.text("/sid");
			conversation.participants.add(draft);
			assertSame(created.body(), draft);
		}
	}

	private void update(ModelConversation conversation) {
		if (conversation.participants.isEmpty()) {
			return;
		}
		ModelParticipant participant = pick(conversation.participants);
		switch (this.random.nextInt(3)) {
			case 0 -> {
				String identity = pick(IDENTITIES);
				int expected = this.model.addIdentity(conversation, participant, identity);
				participant.identity = (expected == 0) ? identity : participant.identity;
				assertUpdate(conversation, participant, "Identity", identity, expected);
			}
			case 1 -> {
				String proxy = this.random.nextBoolean() ? pick(PROXIES) : "null";
				int expected = this.model.changeProxy(conversation, participant, proxy);
				participant.proxy = (expected == 0) ? removable(proxy) : participant.proxy;
				assertUpdate(conversation, participant, "MessagingBinding.ProxyAddress", proxy, expected);
			}
			default -> {
				String projected = this.random.nextBoolean() ? "+15570002" : "null";
				int expected = this.model.changeProjected(conversation, participant, projected);
				participant.projected = (expected == 0) ? removable(projected) : participant.projected;
				assertUpdate(conversation, participant, "MessagingBinding.ProjectedAddress", projected, expected);
			}
		}
	}

	private void assertUpdate(ModelConversation conversation, ModelParticipant participant, String name, String value,
			int expected) {
		Response updated = this.client.post(path(conversation) + '/' + participant.sid, name, value);
		assertThat(updated.code()).isEqualTo(expected);
		if (expected == 0) {
			assertSame(updated.body(), participant);
		}
	}

	private void fetch(ModelConversation conversation) {
		String identity = pick(IDENTITIES);
		ModelParticipant expected = conversation.find(identity);
		Response fetched = this.client.get(path(conversation) + '/' + PercentCodec.encode(identity));
		assertThat(fetched.status()).isEqualTo((expected != null) ? 200 : 404);
		if (expected != null) {
			assertSame(fetched.body(), expected);
		}
	}

	private void delete(ModelConversation conversation) {
		if (!conversation.participants.isEmpty()) {
			ModelParticipant participant = pick(conversation.participants);
			conversation.participants.remove(participant);
			String path = path(conversation) + '/' + participant.sid;
			assertThat(this.client.delete(path).status()).isEqualTo(204);
			assertThat(this.client.delete(path).status()).isEqualTo(404);
		}
	}

	private void closeOrReopen(SimulatedConversation conversation, ModelConversation expected) {
		if (!expected.closed) {
			conversation.close();
			expected.closed = true;
		}
		else if (this.model.reopen(expected)) {
			conversation.changeState("active");
		}
		else {
			assertThatIllegalStateException().isThrownBy(() -> conversation.changeState("active"));
		}
	}

	private void list(ModelConversation conversation) {
		assertThat(this.client.follow(path(conversation) + "?PageSize=" + (1 + this.random.nextInt(3)), "participants",
				"sid"))
			.isEqualTo(conversation.participants.stream().map((it) -> it.sid).toList());
	}

	private void listConversations() {
		String identity = pick(IDENTITIES);
		assertThat(followConversations("Identity=" + PercentCodec.encode(identity)))
			.isEqualTo(this.model.conversationsOf((it) -> identity.equals(it.identity)));
		String address = pick(ADDRESSES);
		assertThat(followConversations("Address=" + PercentCodec.encode(address)))
			.isEqualTo(this.model.conversationsOf((it) -> address.equals(it.address)));
	}

	private List<String> followConversations(String filter) {
		return this.client.follow("/v1/ParticipantConversations?PageSize=2&" + filter, "conversations",
				"participant_sid");
	}

	private static void assertSame(JsonNode actual, ModelParticipant expected) {
		JsonNode binding = actual.path("messaging_binding");
		assertThat(actual.path("identity").stringValue(null)).isEqualTo(expected.identity);
		assertThat(binding.path("address").stringValue(null)).isEqualTo(expected.address);
		assertThat(binding.path("proxy_address").stringValue(null)).isEqualTo(expected.proxy);
		assertThat(binding.path("projected_address").stringValue(null)).isEqualTo(expected.projected);
	}

	private static @Nullable String removable(String value) {
		return value.equals("null") ? null : value;
	}

	private static void put(Map<String, String> form, String name, @Nullable String value) {
		if (value != null) {
			form.put(name, value);
		}
	}

	private @Nullable String maybe(List<String> values) {
		return this.random.nextBoolean() ? pick(values) : null;
	}

	private <T> T pick(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	private static String path(ModelConversation conversation) {
		return "/v1/Conversations/" + conversation.sid + "/Participants";
	}

}
