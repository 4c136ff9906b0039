package dev.conversations.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import dev.conversations.client.ListBody.Content;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages are what databind would make of the same text, and what is wrong with a body is
 * told apart.
 */
class ListReaderTests {

	private static final int PAGES = 2_000;

	private static final String EMPTY = "{\"conversations\":[]}";

	private static <T> ListBody<T> read(String text, ListType<T> type) {
		return ListReader.read(stream(text), type, 1_000);
	}

	private static InputStream stream(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	private static InputStream broken(Error error) {
		InputStream rest = new InputStream() {

			@Override
			public int read() {
				throw error;
			}

			@Override
			public int read(byte[] bytes, int offset, int length) {
				throw error;
			}

		};
		return new SequenceInputStream(stream("{\"conversations\":[{\"conversation_sid\":\"CH1\"},"), rest);
	}

	/**
	 * Reads a page by databind, and once more as a tree if there are no records.
	 */
	private static <T> ListBody<T> expected(String text, String key, Class<? extends Body<T>> type) {
		Body<T> page = plain(text, type);
		List<T> records = (page != null) ? page.records() : null;
		JsonNode object = plain(text, JsonNode.class);
		if (records == null && object != null && object.isObject() && !object.path(key).isArray()) {
			return ListBody.without(Content.NO_LIST);
		}
		if (records == null || records.stream().anyMatch(Objects::isNull)) {
			return ListBody.without(Content.UNREADABLE);
		}
		return new ListBody<>(Content.RECORDS, records, (page.meta() != null) ? page.meta().nextPageUrl() : null);
	}

	private static <T> @Nullable T plain(String text, Class<T> type) {
		try {
			return PlainJson.MAPPER.readValue(text, type);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	@Test
	void conversationsAreReadAlike() {
		Set<Content> contents = LongStream.range(0, PAGES)
			.mapToObj((seed) -> RandomPages.list(seed, "conversations", true))
			.map((text) -> {
				ListBody<ParticipantConversation> body = read(text, ListType.PARTICIPANT_CONVERSATIONS);
				assertThat(body).as(text).isEqualTo(expected(text, "conversations", Conversations.class));
				return body.content();
			})
			.collect(Collectors.toSet());
		assertThat(contents).containsExactlyInAnyOrder(Content.RECORDS, Content.UNREADABLE, Content.NO_LIST);
	}

	@Test
	void participantsAreReadAlike() {
		for (long seed = 0; seed < PAGES; seed++) {
			String text = RandomPages.list(seed, "participants", false);
			assertThat(read(text, ListType.PARTICIPANTS)).as(text)
				.isEqualTo(expected(text, "participants", Participants.class));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "[]", "5", "\"text\"", "{", "<html></html>", EMPTY + "x", EMPTY + EMPTY,
			"{\"conversations\":[null]}", "{\"conversations\":[5]}", "{\"conversations\":[{\"links\":5}]}",
			"{\"conversations\":[],\"meta\":5}", "{\"conversations\":[],\"meta\":{\"next_page_url\":[]}}",
			"{\"conversations\":5,\"conversations\":[]}", "{\"conversations\":[" })
	void readWhenTextIsNoPageTellsSo(String text) {
		assertThat(read(text, ListType.PARTICIPANT_CONVERSATIONS)).isEqualTo(ListBody.without(Content.UNREADABLE));
		assertThat(expected(text, "conversations", Conversations.class).content()).isEqualTo(Content.UNREADABLE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"conversations\":null}", "{\"conversations\":{}}", "{\"conversations\":\"a\"}",
			"{\"meta\":{\"next_page_url\":\"a\"}}", "{\"meta\":5}", "{\"participants\":[{}]}",
			"{\"conversations\":[],\"conversations\":null}" })
	void readWhenObjectHasNoListTellsSo(String text) {
		assertThat(read(text, ListType.PARTICIPANT_CONVERSATIONS)).isEqualTo(ListBody.without(Content.NO_LIST));
		assertThat(expected(text, "conversations", Conversations.class).content()).isEqualTo(Content.NO_LIST);
	}

	@ParameterizedTest
	@CsvSource({ "9, RECORDS", "10, RECORDS", "11, TOO_MANY_RECORDS", "1000000, TOO_MANY_RECORDS" })
	void readWhenThereAreMoreRecordsThanMayBeTellsSo(int count, Content content) throws IOException {
		InputStream text = stream("{\"conversations\":[" + "{},".repeat(count - 1) + "{}]}");
		ListBody<ParticipantConversation> body = ListReader.read(text, ListType.PARTICIPANT_CONVERSATIONS, 10);
		assertThat(body.content()).isEqualTo(content);
		assertThat(body.records()).hasSize((content == Content.RECORDS) ? count : 0);
	}

	@Test
	void readWhenMemoryIsShortTellsSo() {
		assertThat(ListReader.read(broken(new OutOfMemoryError("test")), ListType.PARTICIPANT_CONVERSATIONS, 10))
			.isEqualTo(ListBody.without(Content.OUT_OF_MEMORY));
		assertThat(Json.read(broken(new OutOfMemoryError("test")), Participant.class)).isNull();
	}

	@Test
	void readWhenStackIsShortIsUnreadable() {
		assertThat(ListReader.read(broken(new StackOverflowError("test")), ListType.PARTICIPANT_CONVERSATIONS, 10))
			.isEqualTo(ListBody.without(Content.UNREADABLE));
		assertThat(Json.read(broken(new StackOverflowError("test")), Participant.class)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "UTF-8, ''", "UTF-8, \uFEFF", "UTF-16BE, ''", "UTF-16LE, ''", "UTF-16BE, \uFEFF", "UTF-16LE, \uFEFF",
			"UTF-32BE, ''", "UTF-32LE, \uFEFF" })
	void readWhenEncodingIsAnyOfUnicodeReadsIt(String charset, String mark) {
		String text = mark + "{\"conversations\":[{\"conversation_friendly_name\":\"G\u00e4st\"}]}";
		byte[] bytes = text.getBytes(Charset.forName(charset));
		ListBody<ParticipantConversation> body = ListReader.read(new ByteArrayInputStream(bytes),
				ListType.PARTICIPANT_CONVERSATIONS, 10);
		assertThat(body.records()).extracting(ParticipantConversation::conversationFriendlyName)
			.containsExactly("G\u00e4st");
	}

	@ParameterizedTest
	@ValueSource(strings = { EMPTY, "{", "[]", "{\"conversations\":[{},{},{}]}" })
	void readClosesTheText(String text) {
		AtomicBoolean closed = new AtomicBoolean();
		InputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {

			@Override
			public void close() {
				closed.set(true);
			}

		};
		ListReader.read(stream, ListType.PARTICIPANT_CONVERSATIONS, 2);
		assertThat(closed).isTrue();
	}

	private interface Body<T> {

		@Nullable List<T> records();

		@Nullable Meta meta();

	}

	private record Conversations(@Nullable List<ParticipantConversation> conversations,
			@Nullable Meta meta) implements Body<ParticipantConversation> {

		@Override
		public @Nullable List<ParticipantConversation> records() {
			return this.conversations;
		}

	}

	private record Participants(@Nullable List<Participant> participants,
			@Nullable Meta meta) implements Body<Participant> {

		@Override
		public @Nullable List<Participant> records() {
			return this.participants;
		}

	}

	private record Meta(@Nullable String nextPageUrl) {

	}

}
