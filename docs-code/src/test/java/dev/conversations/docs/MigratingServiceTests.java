package dev.conversations.docs;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.service.Conversation;
import com.twilio.rest.conversations.v1.service.ParticipantConversation;
import com.twilio.rest.conversations.v1.service.conversation.Participant;
import dev.conversations.client.ConversationFilter;
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
 * Both columns of the table of operations in a service send the same requests.
 */
@ConversationsTest
class MigratingServiceTests {

	private static final String CONVERSATION = Migration.CONVERSATION;

	private static final String SERVICE = Migration.SERVICE;

	@Autowired
	private TwilioConversations twilio;

	static Stream<Migration> operations() {
		return Stream.concat(writes(), reads());
	}

	private static Stream<Migration> writes() {
		return Stream.of(
				pair("create",
						(client, sid) -> Participant.creator(SERVICE, CONVERSATION).setIdentity("bob").create(client),
						(twilio, sid) -> twilio.inService(SERVICE)
							.participants()
							.create(CONVERSATION, NewParticipant.chat("bob"))),
				pair("update", (client,
						sid) -> Participant.updater(SERVICE, CONVERSATION, sid).setAttributes("{}").update(client),
						(twilio, sid) -> twilio.inService(SERVICE)
							.participants()
							.update(CONVERSATION, sid, ParticipantUpdate.create().withAttributes("{}"))),
				pair("delete", (client, sid) -> Participant.deleter(SERVICE, CONVERSATION, sid).delete(client),
						(twilio, sid) -> twilio.inService(SERVICE).participants().delete(CONVERSATION, sid)));
	}

	private static Stream<Migration> reads() {
		return Stream.of(
				pair("fetch", (client, sid) -> Participant.fetcher(SERVICE, CONVERSATION, "ada").fetch(client),
						(twilio, sid) -> twilio.inService(SERVICE).participants().fetch(CONVERSATION, "ada")),
				pair("list", (client,
						sid) -> Participant.reader(SERVICE, CONVERSATION).read(client).forEach(Migration::skip),
						(twilio, sid) -> twilio.inService(SERVICE).participants().list(CONVERSATION)),
				pair("list by identity",
						(client, sid) -> ParticipantConversation.reader(SERVICE)
							.setIdentity("ada")
							.read(client)
							.forEach(Migration::skip),
						(twilio, sid) -> twilio.inService(SERVICE)
							.participants()
							.listConversations(ParticipantIdentifier.identity("ada"))),
				pair("list of conversations",
						(client, sid) -> Conversation.reader(SERVICE).read(client).forEach(Migration::skip),
						(twilio, sid) -> twilio.inService(SERVICE).conversations().list(ConversationFilter.all())));
	}

	private static Migration pair(String name, BiConsumer<TwilioRestClient, String> before,
			BiFunction<TwilioConversations, String, Publisher<?>> after) {
		return new Migration(name, before, after);
	}

	@ParameterizedTest
	@MethodSource("operations")
	void bothSendTheSame(Migration operation, ConversationsSimulator simulator) {
		operation.sendsTheSame(simulator, SERVICE, this.twilio);
	}

}
