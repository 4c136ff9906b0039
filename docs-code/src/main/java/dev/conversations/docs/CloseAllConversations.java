package dev.conversations.docs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.conversations.client.AuthenticationFailedException;
import dev.conversations.client.ConversationClient;
import dev.conversations.client.ConversationState;
import dev.conversations.client.ConversationUpdate;
import dev.conversations.client.NotFoundException;
import dev.conversations.client.Page;
import dev.conversations.client.PageCursor;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.TwilioConversations;
import dev.conversations.client.TwilioException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Closes all conversations of a person at a steady pace. After each page it tells where
 * to go on, so that a run that breaks off is resumed there.
 *
 * @since 0.1.0
 */
public final class CloseAllConversations {

	private static final ConversationUpdate CLOSE = ConversationUpdate.create().withState(ConversationState.CLOSED);

	private final ParticipantClient participants;

	private final ConversationClient conversations;

	private final Duration pause;

	/**
	 * Creates the recipe.
	 * @param twilio the entry to Twilio
	 * @param pause how long to wait before each conversation
	 */
	public CloseAllConversations(TwilioConversations twilio, Duration pause) {
		this.participants = twilio.participants();
		this.conversations = twilio.conversations();
		this.pause = pause;
	}

	/**
	 * Closes the conversations of a person.
	 * @param person the person
	 * @param start where an earlier run stopped, or {@code null} to begin
	 * @return what was done, page by page
	 */
	public Flux<ClosedPage> closeAll(ParticipantIdentifier person, @Nullable PageCursor start) {
		Paging paging = Paging.defaults().withReadAhead(false);
		return this.participants.listConversationPages(person, (start != null) ? paging.startingAt(start) : paging)
			.concatMap(this::closePage, 0);
	}

	private Mono<ClosedPage> closePage(Page<ParticipantConversation> page) {
		return Flux.fromIterable(page.items())
			.filter(CloseAllConversations::isOpen)
			.mapNotNull(ParticipantConversation::conversationSid)
			.delayElements(this.pause)
			.concatMap(this::close)
			.collectList()
			.map((results) -> ClosedPage.of(results, page.next()));
	}

	private static boolean isOpen(ParticipantConversation conversation) {
		ConversationState state = conversation.conversationState();
		return state == null || state.isOpen();
	}

	private Mono<Result> close(String conversationSid) {
		return this.conversations.update(conversationSid, CLOSE)
			.thenReturn(new Result(conversationSid, null))
			.onErrorReturn(NotFoundException.class, new Result(conversationSid, null))
			.onErrorResume(TwilioException.class, (failure) -> (failure instanceof AuthenticationFailedException)
					? Mono.error(failure) : Mono.just(new Result(conversationSid, failure.getMessage())));
	}

	/**
	 * Results for a page of conversations.
	 *
	 * @param closed the SIDs of the conversations that are closed now
	 * @param failed those that could not be closed; neither the SIDs nor the reasons hold
	 * personal data
	 * @param next where to go on, or {@code null} at the end
	 * @since 0.1.0
	 */
	public record ClosedPage(List<String> closed, List<Result> failed, @Nullable PageCursor next) {

		static ClosedPage of(List<Result> results, @Nullable PageCursor next) {
			List<Result> failed = new ArrayList<>(results);
			failed.removeIf((result) -> result.reason() == null);
			List<String> closed = results.stream()
				.filter((result) -> result.reason() == null)
				.map(Result::conversationSid)
				.toList();
			return new ClosedPage(closed, List.copyOf(failed), next);
		}

	}

	/**
	 * Result for one conversation.
	 *
	 * @param conversationSid its SID
	 * @param reason why it could not be closed, or {@code null} if it is closed
	 * @since 0.1.0
	 */
	public record Result(String conversationSid, @Nullable String reason) {

	}

}
