package dev.conversations.client;

import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The text of cursors, what it tells, and which cursors are refused.
 */
class PageCursorTests {

	private static final URI BASE_URL = URI.create("https://proxy.example/twilio");

	private static final String OWNER = "AC" + "0".repeat(32);

	private static final ParticipantIdentifier ADDRESS = ParticipantIdentifier.address("whatsapp:+375255555555");

	private static final URI LINK = URI.create(BASE_URL + "/v1/ParticipantConversations"
			+ "?Address=whatsapp%3A%2B375255555555&PageSize=50&Page=1&PageToken=PT:1.a_b%2B");

	private final PageLinks links = links(ADDRESS, OWNER);

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 49, 999_999_999 })
	void cursorWhenReadFromItsTextIsTheSame(int position) {
		PageCursor cursor = this.links.cursor(LINK, position);
		PageCursor read = PageCursor.of(cursor.value());
		assertThat(read).isEqualTo(cursor).hasSameHashCodeAs(cursor);
		assertThat(read.position()).isEqualTo(position);
		assertThat(this.links.at(read)).isEqualTo(LINK);
	}

	@Test
	void cursorInJsonIsItsText() {
		PageCursor cursor = this.links.cursor(LINK, 3);
		JsonMapper mapper = JsonMapper.builder().build();
		String json = mapper.writeValueAsString(cursor);
		assertThat(json).isEqualTo('"' + cursor.value() + '"');
		assertThat(mapper.readValue(json, PageCursor.class)).isEqualTo(cursor);
	}

	@Test
	void cursorOfTheFirstPageIsItsLink() {
		URI first = this.links.first(20);
		assertThat(this.links.at(this.links.cursor(first, 0))).isEqualTo(first);
	}

	@Test
	void cursorHoldsTheQueryLessTheFilterByteForByte() {
		assertThat(this.links.cursor(LINK, 3).query()).isEqualTo("PageSize=50&Page=1&PageToken=PT:1.a_b%2B");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Address=%2B1", "address=%2B1", "%41ddress=%2B1", "Identity=bob", "IDENTIT%79=bob" })
	void cursorDropsTheFilterInEverySpelling(String filter) {
		PageCursor cursor = this.links.cursor(URI.create("/list?" + filter + "&Page=1&" + filter), 0);
		assertThat(cursor.query()).isEqualTo("Page=1");
	}

	@Test
	void textIsSafeInAUrl() {
		assertThat(this.links.cursor(LINK, 3).value()).matches("[A-Za-z0-9._~-]+");
	}

	@Test
	void textTellsNeitherParticipantNorHostNorAccount() {
		PageCursor cursor = this.links.cursor(LINK, 3);
		String text = cursor.value() + cursor.query();
		assertThat(text).doesNotContain("375255555555", "whatsapp", "proxy", "https", "twilio", "Address", OWNER);
		assertThat(cursor).hasToString("PageCursor");
	}

	@Test
	void markIsKeyedSoThatItConfirmsNoGuess() {
		PageCursor cursor = this.links.cursor(LINK, 3);
		assertThat(links(ADDRESS, "AC" + "1".repeat(32)).cursor(LINK, 3).mark()).isNotEqualTo(cursor.mark());
	}

	@Test
	void cursorAtAnotherBaseUrlIsValid() {
		PageLinks direct = new PageLinks(URI.create("https://conversations.twilio.com"), list(),
				List.of(ListFilter.of(ADDRESS)), () -> OWNER);
		assertThat(direct.at(this.links.cursor(LINK, 3)).getRawQuery()).isEqualTo(LINK.getRawQuery());
	}

	static Stream<PageLinks> foreign() {
		String service = "IS" + "0".repeat(32);
		ResourcePath inService = ResourcePath.ROOT.append("Services", "ChatServiceSid", service);
		ResourcePath participants = ResourcePath.ROOT.append("Conversations", "ConversationSid", "team")
			.append("Participants");
		return Stream.of(links(ParticipantIdentifier.address("whatsapp:+375255555556"), OWNER),
				links(ParticipantIdentifier.identity("whatsapp:+375255555555"), OWNER),
				links(ADDRESS, "AC" + "1".repeat(32)), new PageLinks(BASE_URL,
						inService.append("ParticipantConversations"), List.of(ListFilter.of(ADDRESS)), () -> OWNER),
				new PageLinks(BASE_URL, participants, List.of(), () -> OWNER));
	}

	@ParameterizedTest
	@MethodSource("foreign")
	void cursorOfAnotherParticipantAccountServiceOrListIsRefused(PageLinks foreign) {
		PageCursor cursor = PageCursor.of(foreign.cursor(LINK, 0).value());
		assertThatIllegalArgumentException().isThrownBy(() -> this.links.at(cursor))
			.withMessage("'start' must be a cursor of this list");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Identity=bob", "identity=bob", "%49dentity=bob", "Address=%2B1", "%41%64dress=%2B1",
			"Page=1&Identity=bob", "Identity", "Page=1&&Address=", "Page=1;Identity=bob", "Page=1;%49dentity=bob",
			"Identity[]=bob", "Identity%5B%5D=bob", "+Identity=bob", "Identity%20=bob", "Identity%00=bob" })
	void cursorForgedWithAFilterIsRefused(String query) {
		PageCursor forged = new CursorMarks(() -> OWNER,
				"/v1/ParticipantConversations?Address=whatsapp%3A%2B375255555555")
			.mark(query, 0);
		assertThatIllegalArgumentException().isThrownBy(() -> this.links.at(forged))
			.withMessage("'start' must be a cursor of this list");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a=%zz", "a=%", "%zz=a" })
	void cursorForgedWithABrokenQueryIsRefused(String query) {
		PageCursor forged = new CursorMarks(() -> OWNER,
				"/v1/ParticipantConversations?Address=whatsapp%3A%2B375255555555")
			.mark(query, 0);
		assertThatIllegalArgumentException().isThrownBy(() -> this.links.at(forged));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "1", "1..0.", "1..0.0123456789abcde", "2..0.0123456789abcdef",
			"1..00.0123456789abcdef", "1..-1.0123456789abcdef", "1..1000000000.0123456789abcdef",
			"1..0.0123456789abcdef ", "1..0.0123456789abcdef\n", "1.===.0.0123456789abcdef",
			"1.YQ==.0.0123456789abcdef", "1.YR.0.0123456789abcdef", "1.Y.0.0123456789abcdef",
			"1.w6k.0.0123456789abcdef", "1.ICA.0.0123456789abcdef", "1.Iw.0.0123456789abcdef" })
	void textThatIsNoCursorIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> PageCursor.of(text))
			.withMessage("'value' must be the value of a page cursor");
	}

	@Test
	void textWhenTruncatedIsRefused() {
		String text = this.links.cursor(LINK, 3).value();
		for (int length = 0; length < text.length(); length++) {
			assertRefused(text.substring(0, length));
		}
	}

	@Test
	void textWhenOneCharacterDiffersIsRefused() {
		String text = this.links.cursor(LINK, 3).value();
		for (int index = 0; index < text.length(); index++) {
			for (char other : "Aaz09._~-é".toCharArray()) {
				StringBuilder mutated = new StringBuilder(text);
				mutated.setCharAt(index, other);
				if (!mutated.toString().equals(text)) {
					assertRefused(mutated.toString());
				}
			}
		}
	}

	@RepeatedTest(10)
	void textWhenRandomIsRefused() {
		long seed = new Random().nextLong();
		Random random = new Random(seed);
		for (int run = 0; run < 1000; run++) {
			assertThatExceptionOfType(IllegalArgumentException.class).as("seed %s, run %s", seed, run)
				.isThrownBy(() -> this.links.at(PageCursor.of(randomText(random))));
		}
	}

	private static String randomText(Random random) {
		String characters = "ABYZabyz0189-_.~%=+/ \u00e9";
		StringBuilder text = new StringBuilder(random.nextBoolean() ? "1." : "");
		random.ints(random.nextInt(40), 0, characters.length())
			.forEach((index) -> text.append(characters.charAt(index)));
		return random.nextBoolean() ? text.toString() : text + "." + random.nextInt(100) + ".0123456789abcdef";
	}

	private void assertRefused(String text) {
		assertThatIllegalArgumentException().as(text).isThrownBy(() -> this.links.at(PageCursor.of(text)));
	}

	private static PageLinks links(ParticipantIdentifier participant, String owner) {
		return new PageLinks(BASE_URL, list(), List.of(ListFilter.of(participant)), () -> owner);
	}

	private static ResourcePath list() {
		return ResourcePath.ROOT.append("ParticipantConversations");
	}

}
