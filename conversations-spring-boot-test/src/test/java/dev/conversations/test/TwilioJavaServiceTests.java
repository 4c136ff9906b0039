package dev.conversations.test;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.service.ParticipantConversation;
import com.twilio.rest.conversations.v1.service.conversation.Participant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Twilio's own Java client takes the {@link ConversationsSimulator} for Twilio in a
 * service, too.
 */
class TwilioJavaServiceTests {

	private final ConversationsSimulator simulator = ConversationsSimulator.start();

	private final TwilioRestClient client = TwilioJava.client(this.simulator);

	private final String service = this.simulator.chatServiceSid();

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void participantIsCreatedFetchedUpdatedListedAndDeleted() {
		String conversation = this.simulator.conversation().add().sid();
		Participant created = Participant.creator(this.service, conversation)
			.setMessagingBindingAddress("+15550001")
			.setMessagingBindingProxyAddress("+15550002")
			.create(this.client);
		String sid = created.getSid();
		assertThat(created.getChatServiceSid()).isEqualTo(this.service);
		assertThat(Participant.fetcher(this.service, conversation, sid).fetch(this.client)).isEqualTo(created);
		Participant updated = Participant.updater(this.service, conversation, sid)
			.setMessagingBindingProxyAddress("+15550003")
			.update(this.client);
		assertThat(updated.getMessagingBinding()).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("proxy_address", "+15550003");
		assertThat(Participant.reader(this.service, conversation).read(this.client)).containsExactly(updated);
		assertThat(Participant.deleter(this.service, conversation, sid).delete(this.client)).isTrue();
		assertThat(Participant.reader(this.service, conversation).read(this.client)).isEmpty();
	}

	@Test
	void conversationsArePagedThrough() {
		for (int i = 0; i < 61; i++) {
			this.simulator.conversation().messagingParticipant("+375255555555", "+1555%04d".formatted(i)).add();
		}
		assertThat(ParticipantConversation.reader(this.service)
			.setAddress("+375255555555")
			.setPageSize(20L)
			.read(this.client)).hasSize(61);
		assertThat(this.simulator.requestCount()).isEqualTo(4);
	}

}
