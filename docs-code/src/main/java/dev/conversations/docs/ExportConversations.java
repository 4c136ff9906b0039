package dev.conversations.docs;

import dev.conversations.client.Page;
import dev.conversations.client.PageCursor;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Exports the conversations of a person page by page, with a checkpoint after each.
 *
 * @since 0.1.0
 */
public final class ExportConversations {

	private final ParticipantClient participants;

	private final Target target;

	/**
	 * Creates the export.
	 * @param client the client
	 * @param target what takes the pages
	 */
	public ExportConversations(ParticipantClient client, Target target) {
		this.participants = client;
		this.target = target;
	}

	/**
	 * Exports what comes after a checkpoint.
	 * @param person the person
	 * @param checkpoint the last checkpoint, or {@code null} to begin
	 * @return a signal when all is exported
	 */
	public Mono<Void> export(ParticipantIdentifier person, @Nullable String checkpoint) {
		Paging paging = Paging.defaults();
		return this.participants
			.listConversationPages(person, (checkpoint != null) ? paging.startingAt(PageCursor.of(checkpoint)) : paging)
			.concatMap(this::write, 1)
			.then();
	}

	private Mono<Void> write(Page<ParticipantConversation> page) {
		PageCursor next = page.next();
		return this.target.write(page.items(), (next != null) ? next.value() : null);
	}

	/**
	 * Target of the export.
	 */
	public interface Target {

		/**
		 * Writes records and the checkpoint together, such as in one transaction.
		 * @param records the records
		 * @param checkpoint where to go on, or {@code null} after the last page
		 * @return a signal when both are written
		 */
		Mono<Void> write(Iterable<ParticipantConversation> records, @Nullable String checkpoint);

	}

}
