package dev.conversations.client;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * An argument that breaks a rule is refused at once, by a message that names the argument
 * and the rule and not the value.
 */
class ArgumentsTests {

	private static final String CH = "CH" + "0".repeat(32);

	private static final Duration HOUR = Duration.ofHours(1);

	private static final String LONG = "secret".repeat(50);

	private static final ParticipantClient CLIENT = TestClients.create(WebClient.builder(),
			TransportSettings.of(URI.create("http://localhost:1")));

	static Stream<Arguments> refusals() {
		return Stream.of(blanks(), identities(), addresses(), others(), paging(), urls(), times(), credentials())
			.flatMap((stream) -> stream);
	}

	private static Stream<Arguments> blanks() {
		NewParticipant participant = NewParticipant.chat("ada");
		return Stream.of(refusal("'conversation' must not be blank", () -> CLIENT.create(" ", participant)),
				refusal("'conversation' must not be null", () -> CLIENT.list(null)),
				refusal("'conversation' must not be blank", () -> CLIENT.fetch("", "x")),
				refusal("'participant' must not be blank", () -> CLIENT.fetch(CH, "\t")),
				refusal("'participantSid' must not be blank", () -> CLIENT.delete(CH, "")),
				refusal("'participantSid' must not be null", () -> CLIENT.update(CH, null, ParticipantUpdate.create())),
				refusal("'participant' must not be null", () -> CLIENT.create(CH, null)),
				refusal("'participant' must not be null", () -> CLIENT.createIfAbsent(CH, null)),
				refusal("'update' must not be null", () -> CLIENT.update(CH, "MB", null)),
				refusal("'participant' must not be null", () -> CLIENT.listConversations(null)),
				refusal("'paging' must not be null", () -> CLIENT.list(CH, null)));
	}

	private static Stream<Arguments> identities() {
		String rule = "'identity' must not be longer than 256 characters";
		return Stream.of(refusal("'identity' must not be blank", () -> ParticipantIdentifier.identity(" ")),
				refusal(rule, () -> ParticipantIdentifier.identity(LONG)),
				refusal(rule, () -> NewParticipant.chat(LONG)),
				refusal(rule, () -> NewParticipant.groupMmsChat(LONG, "+1")),
				refusal(rule, () -> ParticipantUpdate.create().withIdentity(LONG)),
				refusal("'participant' must not be longer than 256 characters", () -> CLIENT.fetch(CH, LONG)),
				refusal("'identity' must not be the SID of a user", () -> NewParticipant.chat("US" + "0".repeat(32))),
				refusal("'identity' must not hold half of a surrogate pair",
						() -> ParticipantIdentifier.identity("secret\ud83d")),
				refusal("'conversation' must not be '.' or '..'", () -> CLIENT.list("..")),
				refusal("'participant' must not be '.' or '..'", () -> CLIENT.fetch(CH, ".")));
	}

	private static Stream<Arguments> addresses() {
		String space = " must not begin with a space: a '+' in a URL must be written as '%2B'";
		return Stream.of(refusal("'address' must not be blank", () -> ParticipantIdentifier.address("")),
				refusal("'address'" + space, () -> ParticipantIdentifier.address(" 375255555555")),
				refusal("'address'" + space, () -> ParticipantIdentifier.address("whatsapp: 375255555555")),
				refusal("'phoneNumber'" + space, () -> ParticipantIdentifier.whatsApp(" 375255555555")),
				refusal("'phoneNumber' must not be null", () -> ParticipantIdentifier.whatsApp(null)),
				refusal("'address'" + space, () -> NewParticipant.groupMms("\t375255555555")),
				refusal("'proxyAddress'" + space, () -> NewParticipant.messaging("+1", " 2")),
				refusal("'projectedAddress'" + space, () -> ParticipantUpdate.create().withProjectedAddress(" 1")),
				refusal("'address' must not be blank", () -> NewParticipant.messaging("", "+1")),
				refusal("'proxyAddress' must not be blank", () -> NewParticipant.messaging("+1", " ")),
				refusal("'proxyAddress' must differ from 'address'",
						() -> NewParticipant.messaging("+secret", "+secret")),
				refusal("'address' must not be null", () -> NewParticipant.groupMms(null)),
				refusal("'projectedAddress' must not be blank", () -> NewParticipant.groupMmsProjected("")),
				refusal("'projectedAddress' must not be blank", () -> NewParticipant.groupMmsChat("ada", "")),
				refusal("'proxyAddress' must be an address", () -> ParticipantUpdate.create().withProxyAddress("null")),
				refusal("'projectedAddress' must be an address",
						() -> ParticipantUpdate.create().withProjectedAddress("null")));
	}

	private static Stream<Arguments> others() {
		return Stream.of(
				refusal("'attributes' must be valid JSON", () -> NewParticipant.chat("a").withAttributes("secret")),
				refusal("'attributes' must be valid JSON",
						() -> ParticipantUpdate.create().withAttributes("{\"secret\":1} x")),
				refusal("'attributes' must not be longer than 4 KB",
						() -> NewParticipant.chat("a").withAttributes("\"" + "x".repeat(4096) + "\"")),
				refusal("'roleSid' must be 'RL' and 32 hexadecimal digits",
						() -> NewParticipant.chat("a").withRoleSid("RLsecret")),
				refusal("'chatServiceSid' must be 'IS' and 32 hexadecimal digits", () -> CLIENT.inService("ISsecret")),
				refusal("'lastReadMessageIndex' must not be negative",
						() -> ParticipantUpdate.create().withLastReadMessageIndex(-1)),
				refusal("'lastReadTimestamp' must not be blank",
						() -> ParticipantUpdate.create().withLastReadTimestamp("")),
				refusal("'dateCreated' must not be null", () -> NewParticipant.chat("a").withDateCreated(null)),
				refusal("'dateUpdated' must not be null", () -> ParticipantUpdate.create().withDateUpdated(null)));
	}

	private static Stream<Arguments> paging() {
		Paging paging = Paging.defaults();
		return Stream.of(refusal("'pageSize' must be between 1 and 1000", () -> paging.withPageSize(0)),
				refusal("'pageSize' must be between 1 and 1000", () -> paging.withPageSize(1001)),
				refusal("'limit' must not be negative", () -> paging.withLimit(-1)),
				refusal("'start' must not be null", () -> paging.startingAt(null)),
				refusal("'value' must be the value of a page cursor", () -> PageCursor.of("secret")));
	}

	private static Stream<Arguments> urls() {
		String scheme = "must begin with 'http://' or 'https://'";
		String port = "must have a port between 1 and 65535";
		String more = "must have neither user information nor query nor fragment";
		return Stream
			.of(url("secret", scheme), url("ftp://secret", scheme), url("http:///secret", "must have a host"),
					url("http://secret:0", port), url("http://secret:65536", port), url("http://secret@h", more),
					url("http://h?secret", more), url("http://h#secret", more))
			.flatMap((stream) -> stream);
	}

	private static Stream<Arguments> url(String text, String rule) {
		URI url = URI.create(text);
		return Stream.of(refusal("'baseUrl' " + rule, () -> TransportSettings.of(url)),
				refusal("'tokenUri' " + rule, () -> new OAuthCredentials("id", "secret", url, null)));
	}

	private static Stream<Arguments> times() {
		Duration forever = ChronoUnit.FOREVER.getDuration();
		return Stream.of(refusal("'responseTimeout' must be positive", () -> limits(Duration.ZERO)),
				refusal("'responseTimeout' must not be longer than 100 years", () -> limits(forever)),
				refusal("'maxBackoff' must not be longer than 100 years",
						() -> new RetrySettings(2, HOUR, forever, HOUR)),
				refusal("'maxRetryAfter' must not be longer than 100 years",
						() -> new RetrySettings(2, HOUR, HOUR, forever)));
	}

	private static Stream<Arguments> credentials() {
		return Stream.of(refusal("'username' must not have a colon", () -> new BasicCredentials("a:b", "secret", null)),
				refusal("'password' must not be blank", () -> new BasicCredentials("secret", " ", null)),
				refusal("'accountSid' must not be blank", () -> new BasicCredentials("SK1", "secret", "")),
				refusal("'accountSid' must not be blank",
						() -> new OAuthCredentials("a", "secret", URI.create("https://secret"), " ")));
	}

	private static LimitSettings limits(Duration responseTimeout) {
		return LimitSettings.defaults().withResponseTimeout(responseTimeout);
	}

	private static Arguments refusal(String message, ThrowingCallable call) {
		return Arguments.of(message, call);
	}

	@ParameterizedTest(name = "{0} [{index}]")
	@MethodSource("refusals")
	void argumentIsRefused(String message, ThrowingCallable call) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "US1", "a b", "..." })
	void identityWhenAcceptedByTwilioIsAccepted(String identity) {
		assertThatNoException().isThrownBy(() -> NewParticipant.chat(identity));
	}

	@ParameterizedTest
	@ValueSource(strings = { "+375255555555", "whatsapp:+375255555555" })
	void whatsAppNumberHasItsPrefixOnce(String phoneNumber) {
		assertThat(ParticipantIdentifier.whatsApp(phoneNumber))
			.isEqualTo(ParticipantIdentifier.address("whatsapp:+375255555555"));
	}

	@Test
	void attributesMayBeAsLongAsTheirResourceHasThem() {
		String text = "\"" + "x".repeat(16 * 1024 - 2) + "\"";
		assertThat(FormParameters.empty().withAttributes(text, 16).values()).containsValue(text);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FormParameters.empty().withAttributes(text.replace("xx\"", "xxx\""), 16))
			.withMessage("'attributes' must not be longer than 16 KB");
	}

	@Test
	void stateIsOpenUnlessItIsClosed() {
		assertThat(Stream.of("active", "inactive", "initializing", "archived", "closed").map(ConversationState::new))
			.filteredOn(ConversationState::isOpen)
			.extracting(ConversationState::value)
			.containsExactly("active", "inactive", "initializing", "archived");
	}

	@Test
	void identityIsCountedInCharactersNotInUnitsOfUtf16() {
		assertThatNoException().isThrownBy(() -> ParticipantIdentifier.identity("😀".repeat(256)));
		assertThatIllegalArgumentException().isThrownBy(() -> ParticipantIdentifier.identity("😀".repeat(257)));
	}

	@Test
	void longestTimesCanBeCountedInNanoseconds() {
		Duration longest = Duration.ofDays(36_500);
		RetrySettings retry = new RetrySettings(2, longest, longest, longest);
		Backoff backoff = new Backoff(retry.minBackoff(), retry.maxBackoff(), () -> 1);
		assertThat(backoff.after(Integer.MAX_VALUE, null)).isEqualTo(longest);
		assertThat(limits(longest).responseTimeout().toNanos()).isPositive();
	}

	@Test
	void requestsWithTheSameParametersAreEqual() {
		assertThat(NewParticipant.chat("a").withAttributes("{}"))
			.isEqualTo(NewParticipant.chat("a").withAttributes("{}"))
			.hasSameHashCodeAs(NewParticipant.chat("a").withAttributes("{}"))
			.isNotEqualTo(NewParticipant.chat("b").withAttributes("{}"));
		assertThat(ParticipantUpdate.create().withIdentity("a")).isEqualTo(ParticipantUpdate.create().withIdentity("a"))
			.hasSameHashCodeAs(ParticipantUpdate.create().withIdentity("a"))
			.isNotEqualTo(ParticipantUpdate.create().withoutProxyAddress());
	}

}
