package dev.conversations.docs;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.Conversation;
import com.twilio.rest.conversations.v1.ConversationWithParticipants;
import com.twilio.rest.conversations.v1.ParticipantConversation;
import com.twilio.rest.conversations.v1.conversation.Participant;
import dev.conversations.client.ConversationFilter;
import dev.conversations.client.ConversationState;
import dev.conversations.client.ConversationUpdate;
import dev.conversations.client.NewConversation;
import dev.conversations.client.NewParticipant;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.ParticipantUpdate;
import dev.conversations.client.TwilioConversations;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.autoconfigure.ConversationsTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Both columns of the tables in {@code docs/migrating.md} send the same requests.
 */
@ConversationsTest
class MigratingTests {

	private static final String CONVERSATION = Migration.CONVERSATION;

	@Autowired
	private TwilioConversations twilio;

	static Stream<Migration> operations() {
		return Stream.concat(writes(), reads());
	}

	private static Stream<Migration> writes() {
		return Stream.of(
				pair("create", (client, sid) -> Participant.creator(CONVERSATION).setIdentity("bob").create(client),
						(twilio, sid) -> twilio.participants().create(CONVERSATION, NewParticipant.chat("bob"))),
				pair("create on SMS",
						(client, sid) -> Participant.creator(CONVERSATION)
							.setMessagingBindingAddress("+375255555556")
							.setMessagingBindingProxyAddress("+12345678910")
							.create(client),
						(twilio, sid) -> twilio.participants()
							.create(CONVERSATION, NewParticipant.messaging("+375255555556", "+12345678910"))),
				pair("create with webhooks",
						(client, sid) -> Participant.creator(CONVERSATION)
							.setIdentity("bob")
							.setXTwilioWebhookEnabled(Participant.WebhookEnabledType.TRUE)
							.create(client),
						(twilio, sid) -> twilio.withWebhookEnabled(true)
							.participants()
							.create(CONVERSATION, NewParticipant.chat("bob"))),
				pair("update",
						(client, sid) -> Participant.updater(CONVERSATION, sid).setAttributes("{}").update(client),
						(twilio, sid) -> twilio.participants()
							.update(CONVERSATION, sid, ParticipantUpdate.create().withAttributes("{}"))),
				pair("delete", (client, sid) -> Participant.deleter(CONVERSATION, sid).delete(client),
						(twilio, sid) -> twilio.participants().delete(CONVERSATION, sid)));
	}

	private static Stream<Migration> reads() {
		return Stream.of(
				pair("fetch", (client, sid) -> Participant.fetcher(CONVERSATION, "ada").fetch(client),
						(twilio, sid) -> twilio.participants().fetch(CONVERSATION, "ada")),
				pair("list", (client, sid) -> Participant.reader(CONVERSATION).read(client).forEach(Migration::skip),
						(twilio, sid) -> twilio.participants().list(CONVERSATION)),
				pair("list by identity",
						(client, sid) -> ParticipantConversation.reader()
							.setIdentity("ada")
							.read(client)
							.forEach(Migration::skip),
						(twilio, sid) -> twilio.participants()
							.listConversations(ParticipantIdentifier.identity("ada"))),
				pair("list by address",
						(client, sid) -> ParticipantConversation.reader()
							.setAddress("+375255555555")
							.read(client)
							.forEach(Migration::skip),
						(twilio, sid) -> twilio.participants()
							.listConversations(ParticipantIdentifier.address("+375255555555"))));
	}

	static Stream<Migration> conversations() {
		return Stream.of(
				pair("create", (client, sid) -> Conversation.creator().setFriendlyName("Tea").create(client),
						(twilio, sid) -> twilio.conversations()
							.create(NewConversation.create().withFriendlyName("Tea"))),
				pair("create with participants",
						(client, sid) -> ConversationWithParticipants.creator()
							.setParticipant(List.of("{\"identity\":\"ada\"}"))
							.create(client),
						(twilio, sid) -> twilio.conversations()
							.createWithParticipants(NewConversation.create(), List.of(NewParticipant.chat("ada")))),
				pair("fetch", (client, sid) -> Conversation.fetcher(CONVERSATION).fetch(client),
						(twilio, sid) -> twilio.conversations().fetch(CONVERSATION)),
				pair("close", (client,
						sid) -> Conversation.updater(CONVERSATION).setState(Conversation.State.CLOSED).update(client),
						(twilio, sid) -> twilio.conversations()
							.update(CONVERSATION, ConversationUpdate.create().withState(ConversationState.CLOSED))),
				pair("delete", (client, sid) -> Conversation.deleter(CONVERSATION).delete(client),
						(twilio, sid) -> twilio.conversations().delete(CONVERSATION)),
				pair("list", (client,
						sid) -> Conversation.reader().setStartDate("2026-01-01").read(client).forEach(Migration::skip),
						(twilio, sid) -> twilio.conversations()
							.list(ConversationFilter.all().withStartDate(LocalDate.of(2026, 1, 1)))));
	}

	private static Migration pair(String name, BiConsumer<TwilioRestClient, String> before,
			BiFunction<TwilioConversations, String, Publisher<?>> after) {
		return new Migration(name, before, after);
	}

	@ParameterizedTest
	@MethodSource({ "operations", "conversations" })
	void bothSendTheSame(Migration operation, ConversationsSimulator simulator) {
		operation.sendsTheSame(simulator, simulator.chatServiceSid(), this.twilio);
	}

}
