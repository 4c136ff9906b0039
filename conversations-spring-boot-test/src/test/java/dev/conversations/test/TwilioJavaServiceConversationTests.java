package dev.conversations.test;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.service.Conversation;
import com.twilio.rest.conversations.v1.service.ConversationWithParticipants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Twilio's own Java client takes the {@link ConversationsSimulator} for Twilio where it
 * is about conversations of a service, too.
 */
class TwilioJavaServiceConversationTests {

	private final ConversationsSimulator simulator = ConversationsSimulator.start();

	private final TwilioRestClient client = TwilioJava.client(this.simulator);

	private final String service = this.simulator.chatServiceSid();

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void conversationIsCreatedFetchedUpdatedListedAndDeleted() {
		Conversation created = Conversation.creator(this.service)
			.setAttributes("{\"a\":1}")
			.setBindingsEmailAddress("ada@example.com")
			.create(this.client);
		String sid = created.getSid();
		assertThat(Conversation.fetcher(this.service, sid).fetch(this.client)).isEqualTo(created);
		Conversation updated = Conversation.updater(this.service, sid).setUniqueName("tea").update(this.client);
		assertThat(updated.getUrl())
			.hasToString(this.simulator.baseUrl() + "/v1/Services/" + this.service + "/Conversations/" + sid);
		assertThat(Conversation.reader(this.service).setStartDate("2020-01-01").read(this.client))
			.containsExactly(updated);
		assertThat(Conversation.deleter(this.service, "tea").delete(this.client)).isTrue();
	}

	@Test
	void conversationWithParticipantsIsCreated() {
		ConversationWithParticipants created = ConversationWithParticipants.creator(this.service)
			.setParticipant("{\"identity\":\"ada\"}")
			.create(this.client);
		assertThat(created.getChatServiceSid()).isEqualTo(this.service);
		assertThat(this.simulator.account().conversations()).singleElement()
			.returns(created.getSid(), SimulatedConversation::sid);
	}

}
