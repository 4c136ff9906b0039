package dev.conversations.test;

import java.util.ArrayList;
import java.util.List;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.Conversation;
import com.twilio.rest.conversations.v1.ConversationWithParticipants;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Twilio's own Java client takes the {@link ConversationsSimulator} for Twilio where it
 * is about conversations, too.
 */
class TwilioJavaConversationTests {

	private final ConversationsSimulator simulator = ConversationsSimulator.start();

	private final TwilioRestClient client = TwilioJava.client(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void conversationIsCreatedFetchedUpdatedListedAndDeleted() {
		Conversation created = Conversation.creator()
			.setFriendlyName("Tea")
			.setUniqueName("tea")
			.setTimersInactive("PT1M")
			.setTimersClosed("PT10M")
			.setXTwilioWebhookEnabled(Conversation.WebhookEnabledType.TRUE)
			.create(this.client);
		assertThat(created.getTimers()).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsOnlyKeys("date_inactive", "date_closed");
		assertThat(Conversation.fetcher("tea").fetch(this.client)).isEqualTo(created);
		Conversation updated = Conversation.updater(created.getSid())
			.setState(Conversation.State.CLOSED)
			.update(this.client);
		assertThat(updated.getState()).isEqualTo(Conversation.State.CLOSED);
		assertThat(Conversation.reader().setState(Conversation.State.CLOSED).read(this.client))
			.containsExactly(updated);
		assertThat(Conversation.reader().setState(Conversation.State.ACTIVE).read(this.client)).isEmpty();
		assertThat(Conversation.deleter("tea").delete(this.client)).isTrue();
		assertThat(Conversation.reader().read(this.client)).isEmpty();
		assertThat(this.simulator.requests().get(0).header("X-Twilio-Webhook-Enabled")).isEqualTo("true");
	}

	@Test
	void conversationWithParticipantsIsCreated() {
		this.simulator.account().initialization(SimulatedInitialization.forRequests(1));
		ConversationWithParticipants created = ConversationWithParticipants.creator()
			.setParticipant(List.of("{\"identity\":\"ada\"}", "{\"identity\":\"bob\"}"))
			.create(this.client);
		assertThat(created.getState()).isEqualTo(ConversationWithParticipants.State.INITIALIZING);
		String sid = created.getSid();
		assertThat(Conversation.fetcher(sid).fetch(this.client).getState()).isEqualTo(Conversation.State.INITIALIZING);
		assertThat(Conversation.fetcher(sid).fetch(this.client).getState()).isEqualTo(Conversation.State.ACTIVE);
	}

	@Test
	void conversationsArePagedThrough() {
		List<String> sids = new ArrayList<>();
		for (int i = 0; i < 1237; i++) {
			sids.add(this.simulator.conversation().add().sid());
		}
		List<String> read = new ArrayList<>();
		Conversation.reader().read(this.client).forEach((conversation) -> read.add(conversation.getSid()));
		assertThat(read).containsExactlyInAnyOrderElementsOf(sids);
		assertThat(this.simulator.requestCount()).isEqualTo(25);
	}

	@Test
	void refusalIsDecoded() {
		Conversation.creator().setUniqueName("tea").create(this.client);
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> Conversation.creator().setUniqueName("tea").create(this.client))
			.returns(409, ApiException::getStatusCode)
			.returns(50353, ApiException::getCode);
	}

}
