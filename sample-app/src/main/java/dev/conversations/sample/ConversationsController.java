package dev.conversations.sample;

import java.time.Duration;
import java.util.List;

import dev.conversations.client.Conversation;
import dev.conversations.client.ConversationClient;
import dev.conversations.client.ConversationState;
import dev.conversations.client.NewParticipant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Manages conversations.
 */
@RestController
class ConversationsController {

	private static final String CONVERSATIONS = "/api/conversations";

	private static final String CONVERSATION = CONVERSATIONS + "/{conversation}";

	private static final Duration MAX_WAIT = Duration.ofMinutes(1);

	private final ConversationClient client;

	private final OpenStreams streams;

	ConversationsController(ConversationClient client, OpenStreams streams) {
		this.client = client;
		this.streams = streams;
	}

	@GetMapping(path = CONVERSATIONS,
			produces = { MediaType.APPLICATION_NDJSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE })
	Flux<Object> list(@ModelAttribute ConversationLookup lookup) {
		return BrokenStream.endingWithProblem(lookup.client(this.client).list(lookup.filter(), lookup.paging()));
	}

	/**
	 * Streams pages, each with the cursor of the next. The path is one of its own, since
	 * below that of the conversations it would be the unique name of one.
	 */
	@GetMapping(path = "/api/conversation-pages", produces = MediaType.APPLICATION_NDJSON_VALUE)
	Flux<PageLine> pages(@ModelAttribute ConversationLookup lookup,
			@RequestParam(required = false) @Nullable Long window) {
		return BrokenStream.endingWith(PageLine::of,
				this.streams.open(window, lookup.client(this.client).listPages(lookup.filter(), lookup.paging())));
	}

	/**
	 * Creates a conversation, with its participants if there are any. The status is 202
	 * while Twilio still initialises it.
	 */
	@PostMapping(CONVERSATIONS)
	Mono<ResponseEntity<Conversation>> create(@RequestParam(required = false) @Nullable String service,
			@RequestBody ConversationBody body) {
		List<NewParticipant> participants = body.newParticipants();
		Mono<Conversation> created = (participants != null)
				? client(service).createWithParticipants(body.toNewConversation(), participants)
				: client(service).create(body.toNewConversation());
		return created.map((conversation) -> ResponseEntity.status(status(conversation)).body(conversation));
	}

	private static HttpStatus status(Conversation created) {
		return ConversationState.INITIALIZING.equals(created.state()) ? HttpStatus.ACCEPTED : HttpStatus.CREATED;
	}

	@GetMapping(CONVERSATION)
	Mono<Conversation> fetch(@PathVariable String conversation,
			@RequestParam(required = false) @Nullable String service) {
		return client(service).fetch(conversation);
	}

	/**
	 * Answers when a conversation is initialised, or by the status 504 if it is not in
	 * time.
	 */
	@GetMapping(CONVERSATION + "/initialized")
	Mono<Conversation> awaitInitialized(@PathVariable String conversation,
			@RequestParam(required = false) @Nullable String service,
			@RequestParam(defaultValue = "PT30S") Duration timeout) {
		Assert.isTrue(timeout.compareTo(Duration.ZERO) > 0 && timeout.compareTo(MAX_WAIT) <= 0,
				"'timeout' must be positive, and one minute at most");
		return client(service).awaitInitialized(conversation)
			.timeout(timeout, Mono.error(() -> new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT,
					"The conversation is still initialising")));
	}

	@PatchMapping(CONVERSATION)
	Mono<Conversation> update(@PathVariable String conversation,
			@RequestParam(required = false) @Nullable String service, @RequestBody ConversationBody body) {
		return client(service).update(conversation, body.toUpdate());
	}

	@DeleteMapping(CONVERSATION)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> delete(@PathVariable String conversation, @RequestParam(required = false) @Nullable String service) {
		return client(service).delete(conversation);
	}

	private ConversationClient client(@Nullable String service) {
		return (service != null) ? this.client.inService(service) : this.client;
	}

}
