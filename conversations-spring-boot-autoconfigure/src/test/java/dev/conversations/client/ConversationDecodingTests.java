package dev.conversations.client;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
		assertThat(absent.bindings()).isNull();
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
	void bindingsAreReadWhateverElseTheyHold() {
		Conversation conversation = read("{\"bindings\":{\"email\":{\"projected_address\":\"a@b.example\","
				+ "\"name\":null,\"ports\":[1,null,{\"x\":true}]},\"sms\":{\"name\":\"x\"},\"other\":null}}");
		assertThat(conversation.bindings()).isEqualTo(new ConversationBindings(new EmailBinding("a@b.example", null)));
	}

	@Test
	void emptyAndNullBindingsAreTold() {
		assertThat(read("{\"bindings\":{}}").bindings()).isEqualTo(new ConversationBindings(null));
		assertThat(read("{\"bindings\":{\"email\":null}}").bindings()).isEqualTo(new ConversationBindings(null));
	}

	@Test
	void textOfBindingsShowsNothingPersonal() {
		assertThat(new ConversationBindings(new EmailBinding("a@b.example", "Ada")))
			.hasToString("ConversationBindings[email=EmailBinding[]]");
	}

	@Test
	void conversationDoesNotChange() {
		Map<String, String> links = new HashMap<>(Map.of("a", "b"));
		Conversation conversation = new Conversation(null, null, null, null, null, null, null, null, null, null, null,
				null, null, links);
		links.clear();
		assertThat(conversation.links()).containsExactly(Map.entry("a", "b"));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(conversation.links()::clear);
	}

	private static Conversation read(String text) {
		Conversation conversation = Json.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
				Conversation.class);
		assertThat(conversation).isNotNull();
		return conversation;
	}

}
