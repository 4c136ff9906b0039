package dev.conversations.docs;

import java.time.Duration;
import java.util.List;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.Conversation;
import com.twilio.rest.conversations.v1.ParticipantConversation;
import dev.conversations.client.ConversationState;
import dev.conversations.client.NewConversation;
import dev.conversations.client.PagingException;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.RateLimitedException;
import dev.conversations.client.TwilioApiException;
import dev.conversations.client.TwilioConversations;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.autoconfigure.ConversationsTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What {@code docs/migrating.md} says of twilio-java and of this library where they
 * differ.
 */
@ConversationsTest
class MigratingDifferencesTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final String SID = "CH000000000000000000000000000000c0";

	@Autowired
	private TwilioConversations twilio;

	private TwilioRestClient client;

	@BeforeEach
	void connect(ConversationsSimulator simulator) {
		this.client = Migration.twilioJava(simulator);
		simulator.conversation().sid(SID).chatParticipant("ada").add();
	}

	@Test
	void overloadIsAnErrorInTheEnd(ConversationsSimulator simulator) {
		simulator.when((request) -> true).error(429, 20429, "Too many requests");
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> Conversation.fetcher(SID).fetch(this.client))
			.returns(429, ApiException::getStatusCode);
		assertThat(simulator.requestCount()).isEqualTo(2);
		StepVerifier.create(this.twilio.conversations().fetch(SID))
			.expectError(RateLimitedException.class)
			.verify(LIMIT);
		assertThat(simulator.requestCount()).isEqualTo(2 + 4);
	}

	@Test
	void creationThatFailedHalfwayIsSentAgainOrNot(ConversationsSimulator simulator) {
		simulator.next().afterProcessing().error(500, 20500, "Internal error");
		Conversation.creator().create(this.client);
		assertThat(simulator.account().conversations()).hasSize(1 + 2);
		simulator.next().afterProcessing().error(500, 20500, "Internal error");
		StepVerifier.create(this.twilio.conversations().create(NewConversation.create()))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOfSatisfying(TwilioApiException.class,
					(error) -> assertThat(error.isRetryable()).isFalse()))
			.verify(LIMIT);
		assertThat(simulator.account().conversations()).hasSize(1 + 2 + 1);
	}

	@Test
	void linkToAnotherHostIsFollowedOrRefused(ConversationsSimulator simulator) {
		String elsewhere = "http://elsewhere.example/v1/ParticipantConversations?Identity=ada&PageSize=50";
		simulator.next().nextPageUrl(elsewhere);
		assertThat(ParticipantConversation.reader().setIdentity("ada").read(this.client)).hasSize(2);
		assertThat(simulator.requests()).extracting((request) -> request.header("Host"))
			.anyMatch((host) -> host.endsWith("elsewhere.example"));
		assertThat(simulator.requests()).extracting((request) -> request.accountSid())
			.containsOnly(simulator.accountSid());
		simulator.next().nextPageUrl(elsewhere);
		StepVerifier.create(this.twilio.participants().listConversations(ParticipantIdentifier.identity("ada")))
			.expectNextCount(1)
			.expectError(PagingException.class)
			.verify(LIMIT);
	}

	@Test
	void unknownStateIsLostOrKept(ConversationsSimulator simulator) {
		String answer = "{\"sid\":\"%s\",\"state\":\"paused\"}".formatted(SID);
		simulator.next(2).respond(200, "application/json", answer);
		assertThat(Conversation.fetcher(SID).fetch(this.client).getState()).isNull();
		ConversationState state = this.twilio.conversations().fetch(SID).block(LIMIT).state();
		assertThat(List.of(state.value(), state.isOpen())).isEqualTo(List.of("paused", true));
	}

}
