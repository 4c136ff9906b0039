package dev.conversations.docs;

import java.security.Principal;
import java.util.List;
import java.util.Objects;

import dev.conversations.client.Page;
import dev.conversations.client.PageCursor;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.TwilioException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoint that pages through the conversations of the user who is logged in.
 *
 * @since 0.1.0
 */
@RestController
public class MyConversations {

	private final ParticipantClient participants;

	/**
	 * Creates the endpoint.
	 * @param client the client
	 */
	public MyConversations(ParticipantClient client) {
		this.participants = client;
	}

	@GetMapping("/my/conversations")
	Mono<Slice> page(Principal user, @RequestParam(required = false) @Nullable String cursor) {
		Paging paging = Paging.defaults().withPageSize(20);
		return this.participants
			.conversationPage(ParticipantIdentifier.identity(user.getName()),
					(cursor != null) ? paging.startingAt(PageCursor.of(cursor)) : paging)
			.map(Slice::of);
	}

	@ExceptionHandler
	ProblemDetail refused(IllegalArgumentException failure) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, failure.getMessage());
	}

	@ExceptionHandler
	ProblemDetail failed(TwilioException failure) {
		return ProblemDetail.forStatus(failure.isRetryable() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_GATEWAY);
	}

	/**
	 * Page as the endpoint shows it.
	 *
	 * @param conversations the SIDs of the conversations
	 * @param next the cursor of the next page, or {@code null} for the last one
	 */
	record Slice(List<String> conversations, @Nullable String next) {

		static Slice of(Page<ParticipantConversation> page) {
			PageCursor next = page.next();
			List<String> sids = page.items()
				.stream()
				.map(ParticipantConversation::conversationSid)
				.filter(Objects::nonNull)
				.toList();
			return new Slice(sids, (next != null) ? next.value() : null);
		}

	}

}
