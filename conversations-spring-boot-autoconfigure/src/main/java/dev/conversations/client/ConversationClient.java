package dev.conversations.client;

import java.util.Collection;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reactive client for conversations.
 * <p>
 * Every {@code Mono} and {@code Flux} is cold: nothing is sent before subscription, and
 * each subscription stands alone. A {@code Flux} streams every page of a list; it
 * requests no page that is not asked for, but for one read ahead.
 * <p>
 * An argument that breaks a rule is refused by an {@link IllegalArgumentException} before
 * anything is sent. Everything else that fails is signalled as a {@link TwilioException}.
 * In a list, all that was received before an error is delivered first, and
 * {@link TwilioException#resumeCursor()} tells where to go on.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/conversation-resource">Conversation
 * resource</a>
 */
public interface ConversationClient {

	/**
	 * Creates a conversation without participants.
	 * @param conversation the conversation
	 * @return the conversation as Twilio created it; a {@link ConflictException} if its
	 * unique name is taken
	 */
	Mono<Conversation> create(NewConversation conversation);

	/**
	 * Creates a conversation together with its participants, all or nothing. Twilio may
	 * answer before it has finished, with the state {@code initializing}:
	 * {@link #awaitInitialized(String)} then waits for the end.
	 * @param conversation the conversation
	 * @param participants the participants, 1 to 10
	 * @return the conversation; a {@link ConflictException} if its unique name or a
	 * binding is in use
	 * @see <a href=
	 * "https://www.twilio.com/docs/conversations/api/conversation-with-participants-resource">Conversation
	 * with Participants resource</a>
	 */
	Mono<Conversation> createWithParticipants(NewConversation conversation, Collection<NewParticipant> participants);

	/**
	 * Waits until a conversation is no longer initialising, by asking for it again with a
	 * back-off. There is no limit to the wait: set one by {@code timeout}.
	 * @param conversation the SID, {@code CH…}, or the unique name of the conversation
	 * @return the conversation after its initialisation; an
	 * {@link InitializationException} if it is closed then
	 */
	Mono<Conversation> awaitInitialized(String conversation);

	/**
	 * Fetches a conversation.
	 * @param conversation the SID, {@code CH…}, or the unique name of the conversation
	 * @return the conversation; a {@link NotFoundException} if there is none
	 */
	Mono<Conversation> fetch(String conversation);

	/**
	 * Changes a conversation. One is closed by the state
	 * {@link ConversationState#CLOSED}, which is final and frees the bindings of its
	 * participants.
	 * @param conversation the SID, {@code CH…}, or the unique name of the conversation
	 * @param update the changes
	 * @return the conversation after the update; a {@link NotFoundException} if there is
	 * none
	 */
	Mono<Conversation> update(String conversation, ConversationUpdate update);

	/**
	 * Deletes a conversation with its participants and messages.
	 * @param conversation the SID, {@code CH…}, or the unique name of the conversation
	 * @return completion; a {@link NotFoundException} if there is no such conversation
	 */
	Mono<Void> delete(String conversation);

	/**
	 * Lists conversations.
	 * @param filter which conversations
	 * @return the conversations, page by page
	 */
	Flux<Conversation> list(ConversationFilter filter);

	/**
	 * Lists conversations.
	 * @param filter which conversations
	 * @param paging how to read the list
	 * @return the conversations, page by page
	 */
	Flux<Conversation> list(ConversationFilter filter, Paging paging);

	/**
	 * Lists conversations as pages, empty ones too.
	 * @param filter which conversations
	 * @param paging how to read the list
	 * @return the pages, each with the cursor of the next
	 */
	Flux<Page<Conversation>> listPages(ConversationFilter filter, Paging paging);

	/**
	 * Reads one page of conversations by exactly one request, as for a page of the
	 * application's own whose link to the next holds the cursor.
	 * @param filter which conversations
	 * @param paging how to read the list
	 * @return the page, which may be empty and have a next one nevertheless
	 */
	Mono<Page<Conversation>> page(ConversationFilter filter, Paging paging);

	/**
	 * Returns a view of this client in a chat service. Views share connections.
	 * @param chatServiceSid the SID of the chat service, {@code IS…}
	 * @return a client with the same methods
	 * @throws IllegalArgumentException if this is no SID of a chat service
	 */
	ConversationClient inService(String chatServiceSid);

	/**
	 * Returns a view of this client that says whether writes call webhooks. Views share
	 * connections.
	 * @param enabled whether Twilio calls the webhooks of creates, updates and deletes
	 * @return a client with the same methods
	 */
	ConversationClient withWebhookEnabled(boolean enabled);

}
