package dev.conversations.client;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Which links are followed, where to, and that their bytes are kept.
 */
class PageLinksTests {

	private static final String LIST = "/v1/ParticipantConversations";

	private static final String QUERY = "?Identity=alice&PageSize=50&Page=1&PageToken=PT:1.a_b";

	private static final String OWN = "https://proxy.example:8443/twilio" + LIST + QUERY;

	private final PageLinks links = links("https://proxy.example:8443/twilio");

	private final PageLinks unfiltered = new PageLinks(URI.create("https://proxy.example:8443/twilio"), list(),
			List.of(), () -> "AC1");

	@Test
	void firstPageHasTheFilterAndThePageSize() {
		assertThat(this.links.first(50))
			.hasToString("https://proxy.example:8443/twilio/v1/ParticipantConversations?Identity=alice&PageSize=50");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://proxy.example:8443/twilio" + LIST, "HTTPS://PROXY.example:8443/twilio" + LIST,
			"https://proxy.example:8443" + LIST, "//proxy.example:8443/twilio" + LIST, "/twilio" + LIST, LIST,
			"ParticipantConversations", "", "https://conversations.twilio.com" + LIST,
			"https://conversations.twilio.com:443" + LIST, "https://conversations.dublin.ie1.twilio.com" + LIST,
			"https://Conversations.sydney.au1.Twilio.com" + LIST })
	void ownLinkIsFollowedOnTheBaseUrl(String link) throws InvalidLinkException {
		assertThat(this.links.follow(link + QUERY)).hasToString(OWN);
	}

	@ParameterizedTest
	@CsvSource({ "https://proxy.example,https://proxy.example:443", "https://proxy.example:443,https://proxy.example",
			"http://proxy.example,http://proxy.example:80", "http://[::1]:8080/a/b,http://[::1]:8080/a/b" })
	void defaultPortIsThatOfTheScheme(String baseUrl, String origin) throws InvalidLinkException {
		assertThat(links(baseUrl).follow(origin + LIST + QUERY)).hasToString(baseUrl + LIST + QUERY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example" + LIST, "//evil.example" + LIST, "https://proxy.example" + LIST,
			"https://proxy.example:8444/twilio" + LIST, "http://proxy.example:8443/twilio" + LIST,
			"ftp://proxy.example:8443/twilio" + LIST, "https://proxy.example.evil.example:8443" + LIST,
			"http://conversations.twilio.com" + LIST, "https://conversations.twilio.com:8443" + LIST,
			"https://api.twilio.com" + LIST, "https://conversations.twilio.com.evil.example" + LIST,
			"https://conversations-twilio.com" + LIST, "https://evil.example.conversations.twilio.com" + LIST,
			"https://conversations.ie1.twilio.com" + LIST, "https://conversations.a.b.c.twilio.com" + LIST,
			"https://xconversations.twilio.com" + LIST, "https://conversations.twilio.com." + LIST,
			"https://127.0.0.1:8443/twilio" + LIST })
	void otherOriginIsRefused(String link) {
		assertRefused(link + QUERY, "leads to another origin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://user@proxy.example:8443/twilio" + LIST,
			"https://user:password@conversations.twilio.com" + LIST,
			"https://conversations.twilio.com@evil.example" + LIST, "//@proxy.example:8443/twilio" + LIST })
	void userInformationIsRefused(String link) {
		assertRefused(link + QUERY, "has user information");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/Conversations", LIST + "/", LIST + "//", "/v1//ParticipantConversations",
			"/v1/../v1/ParticipantConversations", "/v1/./ParticipantConversations", LIST + ";a=b", "/v2" + LIST,
			"/other" + LIST, "/twilio/twilio" + LIST, "/twilio", "/", "https://conversations.twilio.com",
			"/v1/Services/IS00000000000000000000000000000000/ParticipantConversations", "Participants",
			"../v1/ParticipantConversations", "/v1/%2e%2e/ParticipantConversations", "/v1%2FParticipantConversations" })
	void otherPathIsRefused(String link) {
		assertRefused(link + QUERY, "leads to another list");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Identity=bob", "Identity=Alice", "Identity=", "Identity", "Address=%2B375255555555",
			"identity=bob", "%49dentity=bob", "Identit%79=bob", "Identity=alice&Identity=bob", "Address=alice",
			"Identity=alice&IDENTITY=bob", "Page=1;Identity=bob", "Identity%5B%5D=bob", "+Identity=alice",
			"Identity=alice&State=closed", "Identity=alice&%53tartDate=2026-01-01" })
	void otherParticipantIsRefused(String filter) {
		assertRefused(LIST + "?PageSize=50&" + filter, "has another filter");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://", "https:///v1", "mailto:alice", "https:" + LIST, "https://a b/", " ", "\\",
			"https://proxy.example:8443\\@evil.example/", "https://under_score" + LIST, "/a?b=%zz", "?PageToken=ü",
			"?a=[b]", "https://[::1" + LIST, "?a=\u0000" })
	void unreadableLinkIsRefused(String link) {
		assertRefused(link, "is unreadable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "#", "?", "?#", "#top", "//proxy.example:8443", "//proxy.example:8443#top",
			"https://proxy.example:8443" })
	void linkWithNeitherPathNorQueryIsRefused(String link) {
		assertRefused(link, "has neither path nor query");
		assertThatExceptionOfType(InvalidLinkException.class).isThrownBy(() -> this.unfiltered.follow(link));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { LIST, LIST + "?PageSize=50&Page=1", "?Page=1", LIST + "?", "ParticipantConversations#top" })
	void linkThatHasLostTheFilterIsRefused(String link) {
		assertRefused(link, "has lost its filter");
	}

	@Test
	void linkThatHasLostOneOfSeveralFiltersIsRefused() throws InvalidLinkException {
		PageLinks closed = closedSince("2026-01-01");
		String own = "?State=closed&StartDate=2026-01-01&Page=1";
		assertThat(closed.follow(own).getRawQuery()).isEqualTo(own.substring(1));
		assertThatExceptionOfType(InvalidLinkException.class).isThrownBy(() -> closed.follow("?State=closed&Page=1"))
			.withMessage("has lost its filter");
		assertThatExceptionOfType(InvalidLinkException.class)
			.isThrownBy(() -> closed.follow(own + "&EndDate=2027-01-01"))
			.withMessage("has another filter");
	}

	@Test
	void cursorIsBoundToEachFilter() {
		PageCursor cursor = closedSince("2026-01-01").cursor(closedSince("2026-01-01").first(50), 3);
		assertThat(cursor.query()).isEqualTo("PageSize=50");
		assertThat(closedSince("2026-01-01").at(cursor).getRawQuery())
			.isEqualTo("State=closed&StartDate=2026-01-01&PageSize=50");
		assertThatIllegalArgumentException().isThrownBy(() -> closedSince("2026-01-02").at(cursor));
	}

	private static PageLinks closedSince(String date) {
		List<ListFilter> filters = List.of(new ListFilter(ListFilter.STATE, "closed"),
				new ListFilter(ListFilter.START_DATE, date));
		return new PageLinks(URI.create("https://proxy.example"), ResourcePath.ROOT.append("Conversations"), filters,
				() -> "AC1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Identity=a%2Bb", "Identity=%61%2bb", "identity=a%2Bb", "Identity=a+b" })
	void ownParticipantIsKnownInEverySpelling(String filter) throws InvalidLinkException {
		PageLinks plus = new PageLinks(URI.create("https://proxy.example"), list(), List.of(identity("a+b")),
				() -> "AC1");
		assertThat(plus.follow("?" + filter + "&Page=1").getRawQuery()).isEqualTo(filter + "&Page=1");
	}

	@Test
	void spaceOfAParticipantMayBeAPlusSign() throws InvalidLinkException {
		PageLinks space = new PageLinks(URI.create("https://proxy.example"), list(), List.of(identity("a b")),
				() -> "AC1");
		assertThat(space.follow("?Identity=a+b").getRawQuery()).isEqualTo("Identity=a+b");
		assertThat(space.follow("?Identity=a%20b").getRawQuery()).isEqualTo("Identity=a%20b");
	}

	@Test
	void conversationByUniqueNameMayAnswerByItsSid() throws InvalidLinkException {
		PageLinks byName = new PageLinks(URI.create("https://proxy.example"), participants("team chat"), List.of(),
				() -> "AC1");
		String sid = "CH" + "0".repeat(32);
		assertThat(byName.follow("/v1/Conversations/" + sid + "/Participants?Page=1").getRawPath())
			.isEqualTo("/v1/Conversations/" + sid + "/Participants");
		assertThatExceptionOfType(InvalidLinkException.class)
			.isThrownBy(() -> byName.follow("/v1/Conversations/other/Participants?Page=1"));
	}

	@Test
	void conversationBySidIsThatOneOnly() {
		String sid = "CH" + "0".repeat(32);
		PageLinks bySid = new PageLinks(URI.create("https://proxy.example"), participants(sid), List.of(), () -> "AC1");
		assertThatExceptionOfType(InvalidLinkException.class)
			.isThrownBy(() -> bySid.follow("/v1/Conversations/CH" + "1".repeat(32) + "/Participants?Page=1"))
			.withMessage("leads to another list");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PageToken=PT:1.a_b", "a=%2B&b=+&c=%20", "a=%252B", "a=%2b%2B", "a=!$'()*,;:@/?", "a=~-._",
			"&&a=b&", "a", "=", "PageToken=%E2%82%AC" })
	void queryIsKeptByteForByte(String query) throws InvalidLinkException {
		assertThat(this.unfiltered.follow(LIST + "?" + query).getRawQuery()).isEqualTo(query);
	}

	@Test
	void pathIsKeptByteForByte() throws InvalidLinkException {
		PageLinks byName = new PageLinks(URI.create("https://proxy.example"), participants("é a"), List.of(),
				() -> "AC1");
		assertThat(byName.follow("/v1/Conversations/%c3%a9%20%61/Participants?Page=1").getRawPath())
			.isEqualTo("/v1/Conversations/%c3%a9%20%61/Participants");
	}

	@Test
	void fragmentIsNotSent() throws InvalidLinkException {
		assertThat(this.links.follow(LIST + QUERY + "#top")).hasToString(OWN);
	}

	private void assertRefused(String link, String reason) {
		assertThatExceptionOfType(InvalidLinkException.class).isThrownBy(() -> this.links.follow(link))
			.withMessage(reason);
	}

	private static PageLinks links(String baseUrl) {
		return new PageLinks(URI.create(baseUrl), list(), List.of(identity("alice")), () -> "AC1");
	}

	private static ListFilter identity(String identity) {
		return ListFilter.of(ParticipantIdentifier.identity(identity));
	}

	private static ResourcePath list() {
		return ResourcePath.ROOT.append("ParticipantConversations");
	}

	private static ResourcePath participants(String conversation) {
		return ResourcePath.ROOT.append("Conversations", "ConversationSid", conversation).append("Participants");
	}

}
