package dev.conversations.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.conversations.client.ScriptedServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.subscriber.TestSubscriber;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages with the real client and a server on loopback: what is on the wire, and what is
 * made of the answers.
 */
class PageWireTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final ParticipantIdentifier ADDRESS = ParticipantIdentifier.address("whatsapp:+375255555555");

	private static final String LIST = "/v1/ParticipantConversations";

	private static final String FIRST = LIST + "?Address=whatsapp%3A%2B375255555555&PageSize=50";

	@Test
	void subscriptionWithoutDemandSendsNothing() {
		try (ScriptedServer server = serving(Answer.page(0, 2, ""))) {
			TestSubscriber<String> subscriber = TestSubscriber.builder().initialRequest(0).build();
			sids(server.client()).subscribe(subscriber);
			subscriber.cancel();
			assertThat(sids(server.client()).collectList().block(LIMIT)).containsExactly("CH0", "CH1");
			assertThat(server.targets()).containsExactly(FIRST);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"meta\":{}}", "{\"meta\":null}", "{\"meta\":{\"next_page_url\":null}}",
			"{\"meta\":{\"next_page_url\":\"\"}}", "{\"meta\":{\"key\":\"conversations\"}}" })
	void listWithoutANextLinkEnds(String meta) {
		String body = "{\"conversations\":[{\"conversation_sid\":\"CH0\"}]" + ((meta.length() > 2) ? "," : "")
				+ meta.substring(1);
		try (ScriptedServer server = serving(Answer.ok(body))) {
			StepVerifier.create(sids(server.client())).expectNext("CH0").expectComplete().verify(LIMIT);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "?a=b c", "mailto:a", "5", "https://" })
	void unreadableLinkIsAnErrorBehindThePage(String link) {
		try (ScriptedServer server = serving(Answer.page(0, 1, link))) {
			StepVerifier.create(sids(server.client()))
				.expectNext("CH0")
				.expectErrorSatisfies((failure) -> assertResumable(failure, PagingException.class))
				.verify(LIMIT);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "#", "?", "?Page=1", LIST + "?PageSize=50&Page=1" })
	void linkThatHasLostTheFilterIsNotRequested(String link) {
		try (ScriptedServer server = serving(Answer.page(0, 1, link))) {
			StepVerifier.create(sids(server.client()))
				.expectNext("CH0")
				.expectErrorSatisfies((failure) -> assertResumable(failure, PagingException.class))
				.verify(LIMIT);
			assertThat(server.targets()).containsExactly(FIRST);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"next_page_url\":{}}", "\"text\"", "[1]" })
	void unreadableMetaIsAnError(String meta) {
		try (ScriptedServer server = serving(Answer.ok("{\"conversations\":[],\"meta\":" + meta + "}"))) {
			StepVerifier.create(sids(server.client()))
				.expectErrorSatisfies((failure) -> assertResumable(failure, TwilioConnectionException.class))
				.verify(LIMIT);
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "null", "[]", "\"text\"", "<html></html>", "{\"conversations\":[", "{\"conversations\"",
					"{\"conversations\":[]} trailing", "{\"conversations\":[null]}", "{\"conversations\":[1]}" })
	void answerThatIsNoObjectIsAnError(String body) {
		try (ScriptedServer server = serving(Answer.ok(body))) {
			StepVerifier.create(sids(server.client()))
				.expectErrorSatisfies((failure) -> assertResumable(failure, TwilioConnectionException.class))
				.verify(LIMIT);
		}
	}

	@Test
	void statusNoContentIsAnError() {
		try (ScriptedServer server = serving(new Answer(204, ""))) {
			StepVerifier.create(sids(server.client()))
				.expectErrorSatisfies((failure) -> assertResumable(failure, TwilioConnectionException.class))
				.verify(LIMIT);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"conversations\":null}", "{\"conversations\":{}}", "{\"participants\":[]}",
			"{\"meta\":{\"next_page_url\":\"" + LIST + "?Page=1\"}}", "{\"conversations\":\"a\"}" })
	void objectWithoutItsListIsAnError(String body) {
		try (ScriptedServer server = serving(Answer.ok(body))) {
			StepVerifier.create(sids(server.client()))
				.expectErrorSatisfies((failure) -> assertResumable(failure, PagingException.class))
				.verify(LIMIT);
		}
	}

	@Test
	void linkToAnotherServerSendsNothingThere() {
		try (ScriptedServer other = serving(Answer.page(1, 1, ""));
				ScriptedServer server = serving(Answer.page(0, 1, other.url() + FIRST + "&Page=1"))) {
			StepVerifier.create(sids(server.client())).expectNext("CH0").expectErrorSatisfies((failure) -> {
				assertResumable(failure, PagingException.class);
				assertThat(failure).hasMessage("GET " + LIST + ": the next link leads to another origin");
			}).verify(LIMIT);
			assertThat(other.targets()).isEmpty();
			assertThat(server.targets()).containsExactly(FIRST);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://conversations.twilio.com", "https://conversations.dublin.ie1.twilio.com", "",
			"/twilio" })
	void linkOfTwilioIsFollowedOnTheBaseUrl(String origin) {
		String next = FIRST + "&Page=1&PageToken=PT:1.a_b";
		try (ScriptedServer server = ScriptedServer.answering(
				(target) -> target.contains("PageToken") ? Answer.page(1, 1, "") : Answer.page(0, 1, origin + next))) {
			List<String> sids = sids(server.client(WebClient.builder(), "/twilio/")).collectList().block(LIMIT);
			assertThat(sids).containsExactly("CH0", "CH1");
			assertThat(server.targets()).containsExactly("/twilio" + FIRST, "/twilio" + next);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "PageToken=PT:1.a_b", "PageToken=a%2Bb+c%20d", "PageToken=%252B%2b", "a=!$'()*,;:@/?~-._",
			"PageToken=%7Bx%7D", "&&Page=1&" })
	void queryOfALinkIsSentByteForByte(String query) {
		String next = LIST + "?Address=whatsapp:%2B375255555555&" + query;
		try (ScriptedServer server = ScriptedServer
			.answering((target) -> target.equals(FIRST) ? Answer.page(0, 1, next) : Answer.page(1, 1, ""))) {
			StepVerifier.create(sids(server.client())).expectNext("CH0", "CH1").expectComplete().verify(LIMIT);
			assertThat(server.targets()).containsExactly(FIRST, next);
		}
	}

	@Test
	void pathOfALinkIsSentByteForByte() {
		String next = "/v1/%50articipantConversations?Address=whatsapp:%2B375255555555&Page=1";
		try (ScriptedServer server = ScriptedServer
			.answering((target) -> target.equals(FIRST) ? Answer.page(0, 1, next) : Answer.page(1, 1, ""))) {
			StepVerifier.create(sids(server.client())).expectNext("CH0", "CH1").expectComplete().verify(LIMIT);
			assertThat(server.targets()).containsExactly(FIRST, next);
		}
	}

	@Test
	void cancelClosesTheExchange() {
		try (ScriptedServer server = ScriptedServer.answering((target) -> Answer.NEVER)) {
			Disposable subscription = sids(server.client()).subscribe();
			StepVerifier.create(server.arrived()).expectComplete().verify(LIMIT);
			subscription.dispose();
			StepVerifier.create(server.closed()).expectComplete().verify(LIMIT);
		}
	}

	@Test
	void contextReachesEveryExchange() {
		List<Object> tenants = new CopyOnWriteArrayList<>();
		WebClient.Builder builder = WebClient.builder().filter((request, next) -> Mono.deferContextual((context) -> {
			tenants.add(context.get("tenant"));
			return next.exchange(request);
		}));
		try (ScriptedServer server = ScriptedServer.answering(
				(target) -> target.equals(FIRST) ? Answer.page(0, 1, FIRST + "&Page=1") : Answer.page(1, 1, ""))) {
			sids(server.client(builder, "")).contextWrite((context) -> context.put("tenant", "a")).blockLast(LIMIT);
			assertThat(tenants).containsExactly("a", "a");
		}
	}

	private static ScriptedServer serving(Answer answer) {
		return ScriptedServer.answering((target) -> answer);
	}

	private static Flux<String> sids(ParticipantClient client) {
		return client.listConversations(ADDRESS).mapNotNull(ParticipantConversation::conversationSid);
	}

	private static void assertResumable(Throwable failure, Class<? extends TwilioException> type) {
		assertThat(failure).isInstanceOfSatisfying(type,
				(exception) -> assertThat(exception.resumeCursor()).isNotNull());
	}

}
