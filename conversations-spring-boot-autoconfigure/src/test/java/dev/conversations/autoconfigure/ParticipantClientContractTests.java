package dev.conversations.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.conversations.client.NewParticipant;
import dev.conversations.client.NotFoundException;
import dev.conversations.client.Page;
import dev.conversations.client.Paging;
import dev.conversations.client.Participant;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.ParticipantUpdate;
import dev.conversations.client.TwilioApiException;
import dev.conversations.client.TwilioConnectionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What a participant client promises holds in whichever way an application comes by it.
 */
@ParameterizedClass
@EnumSource(WayToClient.class)
class ParticipantClientContractTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final String CONVERSATION = "CH" + "0".repeat(32);

	private static final String PARTICIPANT = "MB" + "0".repeat(32);

	private static final String SERVICE = "IS" + "2".repeat(32);

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

	private final WayToClient way;

	private DisposableServer server;

	private WayToClient.Owned owned;

	private ParticipantClient client;

	ParticipantClientContractTests(WayToClient way) {
		this.way = way;
	}

	@BeforeEach
	void start() {
		this.server = HttpServer.create().host("127.0.0.1").handle(this::answer).bindNow();
		this.owned = this.way.open("http://127.0.0.1:" + this.server.port());
		this.client = this.owned.client();
	}

	@AfterEach
	void stop() {
		this.owned.close();
		this.server.disposeNow();
	}

	private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		return request.receive().aggregate().asString().defaultIfEmpty("").flatMap((form) -> {
			this.received
				.add(new Received(request.method() + " " + request.uri(), request.requestHeaders().get("Authorization"),
						request.requestHeaders().get("X-Twilio-Webhook-Enabled"), form));
			Answer answer = this.answers.isEmpty() ? new Answer(200, "{}") : this.answers.remove();
			return Mono.from(response.status(answer.status())
				.header("Content-Type", "application/json")
				.header("Retry-After", "0")
				.header("Location", "/elsewhere")
				.sendString(Mono.just(answer.body())));
		});
	}

	private List<String> requests() {
		return this.received.stream().map(Received::request).toList();
	}

	private String participants() {
		return this.way.root() + "/Conversations/" + CONVERSATION + "/Participants";
	}

	@Test
	void operationsAreRequestsOfTheirAccount() {
		this.client.create(CONVERSATION, NewParticipant.chat("ada")).block(LIMIT);
		this.client.fetch(CONVERSATION, "ada").block(LIMIT);
		this.client.update(CONVERSATION, PARTICIPANT, ParticipantUpdate.create().withAttributes("{}")).block(LIMIT);
		this.client.delete(CONVERSATION, PARTICIPANT).block(LIMIT);
		assertThat(requests()).containsExactly("POST " + participants(), "GET " + participants() + "/ada",
				"POST " + participants() + "/" + PARTICIPANT, "DELETE " + participants() + "/" + PARTICIPANT);
		assertThat(this.received).extracting(Received::form)
			.containsExactly("Identity=ada", "", "Attributes=%7B%7D", "");
		assertThat(this.received).extracting(Received::authorization).containsOnly(this.way.authorization());
	}

	@Test
	void operationsAreColdAndEachSubscriptionStandsAlone() {
		Mono<Participant> fetch = this.client.fetch(CONVERSATION, "ada");
		this.client.list(CONVERSATION);
		assertThat(this.received).isEmpty();
		fetch.block(LIMIT);
		fetch.block(LIMIT);
		assertThat(this.received).hasSize(2);
	}

	@Test
	void listFollowsItsPagesAndContinuesAtACursor() {
		String next = participants() + "?PageSize=100&Page=1&PageToken=a";
		String first = "{\"participants\":[{\"sid\":\"MB1\"}],\"meta\":{\"next_page_url\":\"" + next + "\"}}";
		String last = "{\"participants\":[{\"sid\":\"MB2\"}],\"meta\":{\"next_page_url\":null}}";
		this.answers.addAll(List.of(new Answer(200, first), new Answer(200, last)));
		StepVerifier.create(this.client.list(CONVERSATION).map(Participant::sid))
			.expectNext("MB1", "MB2")
			.expectComplete()
			.verify(LIMIT);
		this.answers.addAll(List.of(new Answer(200, first), new Answer(200, last)));
		Page<Participant> page = this.client.page(CONVERSATION, Paging.defaults()).block(LIMIT);
		StepVerifier.create(this.client.list(CONVERSATION, Paging.defaults().startingAt(page.next())))
			.expectNextCount(1)
			.expectComplete()
			.verify(LIMIT);
		assertThat(requests()).containsExactly("GET " + participants() + "?PageSize=100", "GET " + next,
				"GET " + participants() + "?PageSize=100", "GET " + next);
	}

	@Test
	void cursorOfAnotherListIsRefusedBeforeAnyRequest() {
		this.answers.add(new Answer(200, "{\"participants\":[{\"sid\":\"MB1\"}],\"meta\":{\"next_page_url\":\""
				+ participants() + "?Page=1\"}}"));
		Page<Participant> page = this.client.page(CONVERSATION, Paging.defaults()).block(LIMIT);
		assertThatIllegalArgumentException().isThrownBy(() -> this.client
			.listConversations(ParticipantIdentifier.identity("ada"), Paging.defaults().startingAt(page.next()))
			.blockLast(LIMIT));
		assertThat(this.received).hasSize(1);
	}

	@Test
	void refusedRequestIsSentAgain() {
		this.answers.add(new Answer(429, "{\"code\":20429}"));
		this.client.create(CONVERSATION, NewParticipant.chat("ada")).block(LIMIT);
		assertThat(requests()).containsExactly("POST " + participants(), "POST " + participants());
	}

	@Test
	void errorTellsTwiliosCodeAndNothingPersonal() {
		this.answers.add(new Answer(404, "{\"code\":20404,\"message\":\"ada was not found\"}"));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.client.fetch(CONVERSATION, "ada").block(LIMIT))
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo(20404))
			.withMessageNotContaining("ada");
	}

	@Test
	void redirectIsNotFollowed() {
		this.answers.add(new Answer(307, "{}"));
		assertThatExceptionOfType(TwilioApiException.class)
			.isThrownBy(() -> this.client.fetch(CONVERSATION, "ada").block(LIMIT))
			.satisfies((failure) -> assertThat(failure.status()).isEqualTo(307));
		assertThat(this.received).hasSize(1);
	}

	@Test
	void badArgumentIsRefusedBeforeAnyRequest() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.fetch(CONVERSATION, " "))
			.withMessageStartingWith("'participant'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.inService("CH"))
			.withMessageStartingWith("'chatServiceSid'");
		assertThat(this.received).isEmpty();
	}

	@Test
	void viewsSayServiceAndWebhooks() {
		this.client.inService(SERVICE).withWebhookEnabled(true).delete(CONVERSATION, PARTICIPANT).block(LIMIT);
		this.client.delete(CONVERSATION, PARTICIPANT).block(LIMIT);
		assertThat(requests()).containsExactly(
				"DELETE /v1/Services/" + SERVICE + "/Conversations/" + CONVERSATION + "/Participants/" + PARTICIPANT,
				"DELETE " + participants() + "/" + PARTICIPANT);
		assertThat(this.received).extracting(Received::webhook).containsExactly("true", null);
	}

	@Test
	void clientWhenItsOwnerIsClosedFailsAndSaysSo() {
		this.client.fetch(CONVERSATION, "ada").block(LIMIT);
		this.owned.close();
		assertThatExceptionOfType(TwilioConnectionException.class)
			.isThrownBy(() -> this.client.fetch(CONVERSATION, "ada").block(LIMIT))
			.withMessageEndingWith("the client was closed");
		assertThat(this.received).hasSize(1);
	}

	private record Received(String request, String authorization, String webhook, String form) {

	}

	private record Answer(int status, String body) {

	}

}
