package dev.conversations.docs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.TwilioException;
import dev.conversations.test.ConversationsSimulator;
import dev.conversations.test.RecordedRequest;
import dev.conversations.test.autoconfigure.ConversationsTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An export that breaks off goes on from its checkpoint, without loss or repetition.
 */
@ConversationsTest(properties = "twilio.conversations.paging.page-size=5")
class ExportConversationsTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private static final ParticipantIdentifier ADA = ParticipantIdentifier.identity("ada");

	private final List<String> exported = new ArrayList<>();

	private final AtomicBoolean broken = new AtomicBoolean(true);

	private String checkpoint;

	@Test
	void exportGoesOnFromItsCheckpoint(@Autowired ParticipantClient client, ConversationsSimulator simulator) {
		for (int index = 0; index < 12; index++) {
			simulator.conversation().chatParticipant("ada").add();
		}
		simulator.when((request) -> this.broken.get() && isLaterPage(request)).error(400, 20001, "Broken");
		ExportConversations export = new ExportConversations(client, this::write);
		StepVerifier.create(export.export(ADA, null)).expectError(TwilioException.class).verify(LIMIT);
		assertThat(this.exported).hasSize(5);

		this.broken.set(false);
		StepVerifier.create(export.export(ADA, this.checkpoint)).expectComplete().verify(LIMIT);
		assertThat(this.exported).hasSize(12).doesNotHaveDuplicates();
		assertThat(this.checkpoint).isNull();
	}

	private static boolean isLaterPage(RecordedRequest request) {
		return request.queryParameter("PageToken") != null;
	}

	private Mono<Void> write(Iterable<ParticipantConversation> records, String next) {
		return Mono.fromRunnable(() -> {
			records.forEach((record) -> this.exported.add(record.conversationSid()));
			this.checkpoint = next;
		});
	}

}
