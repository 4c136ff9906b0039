package dev.conversations.client;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reactive client for the participants of Twilio Conversations.
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
 * "https://www.twilio.com/docs/conversations/api/conversation-participant-resource">Conversation
 * Participant resource</a>
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/api/participant-conversation-resource">Participant
 * Conversation resource</a>
 */
public interface ParticipantClient {

	/**
	 * Adds a participant to a conversation.
	 * @param conversation the SID, {@code CH…}, or the unique name of the conversation
	 * @param participant the participant
	 * @return the participant as Twilio created it; a {@link ConflictException} if the
	 * identity is in the conversation already or the binding is in use
	 */
	Mono<Participant> create(String conversation, NewParticipant participant);

	/**
	 * Adds a participant to a conversation unless it is there already.
	 * @param conversation the SID, {@code CH…}, or the unique name of the conversation
	 * @param participant the participant
	 * @return the participant as Twilio created it or, where the conversation has one
	 * with the same identity or the same addresses, that one as it is; a
	 * {@link ConflictException} if another conversation holds the binding
	 */
	Mono<Participant> createIfAbsent(String conversation, NewParticipant participant);

	/**
	 * Fetches a participant.
	 * @param conversation the SID, {@code CH…}, or the unique name of the conversation
	 * @param participant the SID, {@code MB…}, or the identity of the participant
	 * @return the participant; a {@link NotFoundException} if there is none
	 */
	Mono<Participant> fetch(String conversation, String participant);

	/**
	 * Changes a participant.
	 * @param conversation the SID, {@code CH…}, or the unique name of the conversation
	 * @param participantSid the SID of the participant, {@code MB…}
	 * @param update the changes
	 * @return the participant after the update; a {@link NotFoundException} if there is
	 * none
	 */
	Mono<Participant> update(String conversation, String participantSid, ParticipantUpdate update);

	/**
	 * Removes a participant from a conversation.
	 * @param conversation the SID, {@code CH…}, or the unique name of the conversation
	 * @param participantSid the SID of the participant, {@code MB…}
	 * @return completion; a {@link NotFoundException} if there is no such participant
	 */
	Mono<Void> delete(String conversation, String participantSid);

	/**
	 * Lists all participants of a conversation.
	 * @param conversation the SID, {@code CH…}, or the unique name of the conversation
	 * @return the participants, page by page
	 */
	Flux<Participant> list(String conversation);

	/**
	 * Lists participants of a conversation.
	 * @param conversation the SID, {@code CH…}, or the unique name of the conversation
	 * @param paging how to read the list; a page holds 1 to 100 participants
	 * @return the participants, page by page
	 */
	Flux<Participant> list(String conversation, Paging paging);

	/**
	 * Lists participants of a conversation as pages, empty ones too.
	 * @param conversation the SID, {@code CH…}, or the unique name of the conversation
	 * @param paging how to read the list; a page holds 1 to 100 participants
	 * @return the pages, each with the cursor of the next
	 */
	Flux<Page<Participant>> listPages(String conversation, Paging paging);

	/**
	 * Reads one page of the participants of a conversation by exactly one request, as for
	 * a page of the application's own whose link to the next holds the cursor.
	 * @param conversation the SID, {@code CH…}, or the unique name of the conversation
	 * @param paging how to read the list
	 * @return the page, which may be empty and have a next one nevertheless
	 */
	Mono<Page<Participant>> page(String conversation, Paging paging);

	/**
	 * Lists all conversations of a participant, ordered by the SID of the conversation.
	 * @param participant the identity or the address of the participant
	 * @return the conversations, page by page
	 */
	Flux<ParticipantConversation> listConversations(ParticipantIdentifier participant);

	/**
	 * Lists conversations of a participant, ordered by the SID of the conversation.
	 * @param participant the identity or the address of the participant
	 * @param paging how to read the list; a page holds 1 to 50 conversations
	 * @return the conversations, page by page
	 */
	Flux<ParticipantConversation> listConversations(ParticipantIdentifier participant, Paging paging);

	/**
	 * Lists conversations of a participant as pages, empty ones too.
	 * @param participant the identity or the address of the participant
	 * @param paging how to read the list; a page holds 1 to 50 conversations
	 * @return the pages, each with the cursor of the next
	 */
	Flux<Page<ParticipantConversation>> listConversationPages(ParticipantIdentifier participant, Paging paging);

	/**
	 * Reads one page of the conversations of a participant by exactly one request, as for
	 * a page of the application's own whose link to the next holds the cursor.
	 * @param participant the identity or the address of the participant
	 * @param paging how to read the list
	 * @return the page, which may be empty and have a next one nevertheless
	 */
	Mono<Page<ParticipantConversation>> conversationPage(ParticipantIdentifier participant, Paging paging);

	/**
	 * Returns a view of this client in a chat service. Views share connections.
	 * @param chatServiceSid the SID of the chat service, {@code IS…}
	 * @return a client with the same methods
	 */
	ParticipantClient inService(String chatServiceSid);

	/**
	 * Returns a view of this client that says whether writes call webhooks. Views share
	 * connections.
	 * @param enabled whether Twilio calls the webhooks of creates, updates and deletes
	 * @return a client with the same methods
	 */
	ParticipantClient withWebhookEnabled(boolean enabled);

}
