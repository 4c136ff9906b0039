package dev.conversations.client;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Rows 11 and 12: which links are followed, where to, and that their bytes are kept.
 */
class PageLinksTests {

	private static final String LIST = "/v1/ParticipantConversations";

	private static final String QUERY = "?Identity=alice&PageSize=50&Page=1&PageToken=PT:1.a_b";

	private static final String OWN = "https://proxy.example:8443/twilio" + LIST + QUERY;

	private final PageLinks links = links("https://proxy.example:8443/twilio");

	@Test
	void row11FirstPageHasTheFilterAndThePageSize() {
		assertThat(this.links.first(50))
			.hasToString("https://proxy.example:8443/twilio/v1/ParticipantConversations?Identity=alice&PageSize=50");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://proxy.example:8443/twilio" + LIST, "HTTPS://PROXY.example:8443/twilio" + LIST,
			"https://proxy.example:8443" + LIST, "//proxy.example:8443/twilio" + LIST, "/twilio" + LIST, LIST,
			"ParticipantConversations", "", "https://conversations.twilio.com" + LIST,
			"https://conversations.twilio.com:443" + LIST, "https://conversations.dublin.ie1.twilio.com" + LIST,
			"https://Conversations.sydney.au1.Twilio.com" + LIST })
	void row11OwnLinkIsFollowedOnTheBaseUrl(String link) throws InvalidLinkException {
		assertThat(this.links.follow(link + QUERY)).hasToString(OWN);
	}

	@ParameterizedTest
	@CsvSource({ "https://proxy.example,https://proxy.example:443", "https://proxy.example:443,https://proxy.example",
			"http://proxy.example,http://proxy.example:80", "http://[::1]:8080/a/b,http://[::1]:8080/a/b" })
	void row11DefaultPortIsThatOfTheScheme(String baseUrl, String origin) throws InvalidLinkException {
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
	void row11OtherOriginIsRefused(String link) {
		assertRefused(link + QUERY, "leads to another origin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://user@proxy.example:8443/twilio" + LIST,
			"https://user:password@conversations.twilio.com" + LIST,
			"https://conversations.twilio.com@evil.example" + LIST, "//@proxy.example:8443/twilio" + LIST })
	void row11UserInformationIsRefused(String link) {
		assertRefused(link + QUERY, "has user information");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/Conversations", LIST + "/", LIST + "//", "/v1//ParticipantConversations",
			"/v1/../v1/ParticipantConversations", "/v1/./ParticipantConversations", LIST + ";a=b", "/v2" + LIST,
			"/other" + LIST, "/twilio/twilio" + LIST, "/twilio", "/", "https://conversations.twilio.com",
			"/v1/Services/IS00000000000000000000000000000000/ParticipantConversations", "Participants",
			"../v1/ParticipantConversations", "/v1/%2e%2e/ParticipantConversations", "/v1%2FParticipantConversations" })
	void row11OtherPathIsRefused(String link) {
		assertRefused(link + QUERY, "leads to another list");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Identity=bob", "Identity=Alice", "Identity=", "Identity", "Address=%2B375255555555",
			"identity=bob", "%49dentity=bob", "Identit%79=bob", "Identity=alice&Identity=bob", "Address=alice",
			"Identity=alice&IDENTITY=bob", "Page=1;Identity=bob", "Identity%5B%5D=bob", "+Identity=alice" })
	void row11OtherParticipantIsRefused(String filter) {
		assertRefused(LIST + "?PageSize=50&" + filter, "leads to the list of another participant");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://", "https:///v1", "mailto:alice", "https:" + LIST, "https://a b/", " ", "\\",
			"https://proxy.example:8443\\@evil.example/", "https://under_score" + LIST, "/a?b=%zz", "?PageToken=ü",
			"?a=[b]", "https://[::1" + LIST, "?a=\u0000" })
	void row11UnreadableLinkIsRefused(String link) {
		assertRefused(link, "is unreadable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Identity=a%2Bb", "Identity=%61%2bb", "identity=a%2Bb", "Identity=a+b" })
	void row11OwnParticipantIsKnownInEverySpelling(String filter) throws InvalidLinkException {
		PageLinks plus = new PageLinks(URI.create("https://proxy.example"), list(), identity("a+b"), () -> "AC1");
		assertThat(plus.follow("?" + filter + "&Page=1").getRawQuery()).isEqualTo(filter + "&Page=1");
	}

	@Test
	void row11SpaceOfAParticipantMayBeAPlusSign() throws InvalidLinkException {
		PageLinks space = new PageLinks(URI.create("https://proxy.example"), list(), identity("a b"), () -> "AC1");
		assertThat(space.follow("?Identity=a+b").getRawQuery()).isEqualTo("Identity=a+b");
		assertThat(space.follow("?Identity=a%20b").getRawQuery()).isEqualTo("Identity=a%20b");
	}

	@Test
	void row11ConversationByUniqueNameMayAnswerByItsSid() throws InvalidLinkException {
		PageLinks byName = new PageLinks(URI.create("https://proxy.example"), participants("team chat"), null,
				() -> "AC1");
		String sid = "CH" + "0".repeat(32);
		assertThat(byName.follow("/v1/Conversations/" + sid + "/Participants?Page=1").getRawPath())
			.isEqualTo("/v1/Conversations/" + sid + "/Participants");
		assertThatExceptionOfType(InvalidLinkException.class)
			.isThrownBy(() -> byName.follow("/v1/Conversations/other/Participants?Page=1"));
	}

	@Test
	void row11ConversationBySidIsThatOneOnly() {
		String sid = "CH" + "0".repeat(32);
		PageLinks bySid = new PageLinks(URI.create("https://proxy.example"), participants(sid), null, () -> "AC1");
		assertThatExceptionOfType(InvalidLinkException.class)
			.isThrownBy(() -> bySid.follow("/v1/Conversations/CH" + "1".repeat(32) + "/Participants?Page=1"))
			.withMessage("leads to another list");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PageToken=PT:1.a_b", "a=%2B&b=+&c=%20", "a=%252B", "a=%2b%2B", "a=!$'()*,;:@/?", "a=~-._",
			"&&a=b&", "a", "=", "PageToken=%E2%82%AC" })
	void row12QueryIsKeptByteForByte(String query) throws InvalidLinkException {
		assertThat(this.links.follow(LIST + "?" + query).getRawQuery()).isEqualTo(query);
	}

	@Test
	void row12PathIsKeptByteForByte() throws InvalidLinkException {
		PageLinks byName = new PageLinks(URI.create("https://proxy.example"), participants("é a"), null, () -> "AC1");
		assertThat(byName.follow("/v1/Conversations/%c3%a9%20%61/Participants?Page=1").getRawPath())
			.isEqualTo("/v1/Conversations/%c3%a9%20%61/Participants");
	}

	@Test
	void row12FragmentIsNotSent() throws InvalidLinkException {
		assertThat(this.links.follow(LIST + QUERY + "#top")).hasToString(OWN);
	}

	private void assertRefused(String link, String reason) {
		assertThatExceptionOfType(InvalidLinkException.class).isThrownBy(() -> this.links.follow(link))
			.withMessage(reason);
	}

	private static PageLinks links(String baseUrl) {
		return new PageLinks(URI.create(baseUrl), list(), identity("alice"), () -> "AC1");
	}

	private static ParticipantIdentifier identity(String identity) {
		return ParticipantIdentifier.identity(identity);
	}

	private static ResourcePath list() {
		return ResourcePath.ROOT.append("ParticipantConversations");
	}

	private static ResourcePath participants(String conversation) {
		return ResourcePath.ROOT.append("Conversations", "ConversationSid", conversation).append("Participants");
	}

}
