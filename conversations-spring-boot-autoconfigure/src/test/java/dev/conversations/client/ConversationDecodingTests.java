package dev.conversations.client;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A conversation is read whatever of it is missing, null, unknown or nested.
 */
class ConversationDecodingTests {

	@Test
	void absentAndNullFieldsAreNullOrEmpty() {
		Conversation absent = read("{}");
		Conversation nulls = read("{\"sid\":null,\"state\":null,\"timers\":null,\"bindings\":null,\"links\":null,"
				+ "\"date_created\":null,\"attributes\":null,\"friendly_name\":null,\"messaging_service_sid\":null}");
		assertThat(nulls).isEqualTo(absent);
		assertThat(absent.state()).isNull();
		assertThat(absent.timers()).isNull();
		assertThat(absent.bindings()).isEmpty();
		assertThat(absent.links()).isEmpty();
	}

	@Test
	void emptyTimersAndNullLinksAreRead() {
		Conversation conversation = read("{\"timers\":{},\"links\":{\"messages\":null,\"participants\":\"u\"}}");
		assertThat(conversation.timers()).isEqualTo(new ConversationTimers(null, null));
		assertThat(conversation.links()).containsExactly(Map.entry("participants", "u"));
	}

	@Test
	void unknownFieldsAndStatesAreKeptOutOfTheWay() {
		Conversation conversation = read("{\"brand_new\":{\"deep\":[1]},\"state\":\"archived\",\"sid\":\"CH1\"}");
		assertThat(conversation.state()).isEqualTo(new ConversationState("archived"));
		assertThat(conversation.sid()).isEqualTo("CH1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "initializing", "active", "inactive", "closed" })
	void statesAreTheConstants(String state) {
		assertThat(read("{\"state\":\"" + state + "\"}").state()).isIn(ConversationState.INITIALIZING,
				ConversationState.ACTIVE, ConversationState.INACTIVE, ConversationState.CLOSED);
	}

	@Test
	void nestedBindingsAreReadAsTheyCome() {
		Conversation conversation = read("{\"bindings\":{\"email\":{\"address\":\"a@b.example\",\"name\":null,"
				+ "\"ports\":[1,null,{\"x\":true}]},\"other\":null}}");
		assertThat(conversation.bindings()).isEqualTo(
				Map.of("email", Map.of("address", "a@b.example", "ports", Arrays.asList(1, null, Map.of("x", true)))));
	}

	@Test
	@SuppressWarnings("unchecked")
	void conversationDoesNotChange() {
		Map<String, String> links = new HashMap<>(Map.of("a", "b"));
		Map<String, Object> email = new HashMap<>(Map.of("address", "x", "list", Arrays.asList(1, 2)));
		Map<String, Object> bindings = new HashMap<>(Map.of("email", email));
		Conversation conversation = conversation(bindings, links);
		links.clear();
		email.clear();
		bindings.clear();
		assertThat(conversation.links()).containsExactly(Map.entry("a", "b"));
		Map<String, Object> kept = (Map<String, Object>) conversation.bindings().get("email");
		assertThat(kept).containsOnlyKeys("address", "list");
		List<Object> list = (List<Object>) kept.get("list");
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(kept::clear);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.set(0, 3));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(conversation.links()::clear);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(conversation.bindings()::clear);
	}

	private static Conversation conversation(Map<String, Object> bindings, Map<String, String> links) {
		return new Conversation(null, null, null, null, null, null, null, null, null, null, null, bindings, null,
				links);
	}

	private static Conversation read(String text) {
		Conversation conversation = Json.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
				Conversation.class);
		assertThat(conversation).isNotNull();
		return conversation;
	}

}
