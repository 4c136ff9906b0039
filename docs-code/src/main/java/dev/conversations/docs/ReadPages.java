package dev.conversations.docs;

import dev.conversations.client.ConversationState;
import dev.conversations.client.Page;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Reads one page, and searches a list from a thread that may block.
 *
 * @since 0.1.0
 */
public final class ReadPages {

	private final ParticipantClient participants;

	/**
	 * Creates the examples.
	 * @param client the client
	 */
	public ReadPages(ParticipantClient client) {
		this.participants = client;
	}

	/**
	 * Reads the first page of a participant's conversations.
	 * @param participant the participant
	 * @return the page
	 */
	public Mono<Page<ParticipantConversation>> firstPage(ParticipantIdentifier participant) {
		ParticipantClient client = this.participants;
		Mono<Page<ParticipantConversation>> page = client.conversationPage(participant,
				Paging.defaults().withPageSize(20));
		return page;
	}

	/**
	 * Searches the first open conversation of a participant and blocks meanwhile.
	 * @param participant the participant
	 * @return the conversation, or {@code null} if none is open
	 */
	public @Nullable ParticipantConversation firstOpen(ParticipantIdentifier participant) {
		ParticipantClient client = this.participants;
		for (ParticipantConversation conversation : client.listConversations(participant).toIterable(1)) {
			if (isWanted(conversation)) {
				return conversation;
			}
		}
		return null;
	}

	private static boolean isWanted(ParticipantConversation conversation) {
		ConversationState state = conversation.conversationState();
		return state != null && state.isOpen();
	}

}
