package dev.conversations.test;

import java.util.ArrayList;
import java.util.List;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.ParticipantConversation;
import com.twilio.rest.conversations.v1.conversation.Participant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Twilio's own Java client takes the {@link ConversationsSimulator} for Twilio.
 */
class TwilioJavaTests {

	private final ConversationsSimulator simulator = ConversationsSimulator.start();

	private final TwilioRestClient client = TwilioJava.client(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void participantWhenPlainIsCreatedFetchedUpdatedListedAndDeleted() {
		String conversation = this.simulator.conversation().add().sid();
		Participant created = Participant.creator(conversation).setIdentity("a+b").create(this.client);
		assertThat(Participant.fetcher(conversation, "a+b").fetch(this.client)).isEqualTo(created);
		Participant updated = Participant.updater(conversation, created.getSid())
			.setAttributes("{\"a\":1}")
			.setLastReadMessageIndex(3)
			.update(this.client);
		assertThat(updated.getAttributes()).isEqualTo("{\"a\":1}");
		assertThat(updated.getLastReadMessageIndex()).isEqualTo(3);
		assertThat(Participant.reader(conversation).read(this.client)).containsExactly(updated);
		assertThat(Participant.deleter(conversation, created.getSid()).delete(this.client)).isTrue();
		assertThat(Participant.reader(conversation).read(this.client)).isEmpty();
	}

	@Test
	void conversationsWhenPlainArePagedThrough() {
		List<String> sids = new ArrayList<>();
		for (int i = 0; i < 1237; i++) {
			sids.add(this.simulator.conversation().chatParticipant("ada").add().sid());
		}
		List<String> read = new ArrayList<>();
		ParticipantConversation.reader()
			.setIdentity("ada")
			.read(this.client)
			.forEach((conversation) -> read.add(conversation.getConversationSid()));
		assertThat(read).isEqualTo(sids.stream().sorted().toList());
		assertThat(this.simulator.requestCount()).isEqualTo(25);
	}

}
