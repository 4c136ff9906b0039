package dev.conversations.client;

import java.util.Collection;
import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Client that sends its requests by HTTP. Views differ in their scope only.
 */
final class DefaultConversationClient implements ConversationClient {

	private static final int MAX_PARTICIPANTS = 10;

	private final ApiClient api;

	DefaultConversationClient(ApiClient api) {
		this.api = api;
	}

	@Override
	public Mono<Conversation> create(NewConversation conversation) {
		Assert.notNull(conversation, "'conversation' must not be null");
		ResourcePath path = this.api.root().append("Conversations");
		return this.api.operation(Operation.CONVERSATIONS_CREATE,
				this.api.post(path, conversation.form(), null, Conversation.class));
	}

	@Override
	public Mono<Conversation> createWithParticipants(NewConversation conversation,
			Collection<NewParticipant> participants) {
		Assert.notNull(conversation, "'conversation' must not be null");
		FormParameters form = conversation.form().withParticipants(forms(participants));
		ResourcePath path = this.api.root().append("ConversationWithParticipants");
		return this.api.operation(Operation.CONVERSATIONS_CREATE_WITH_PARTICIPANTS,
				this.api.post(path, form, null, Conversation.class));
	}

	private static List<FormParameters> forms(Collection<NewParticipant> participants) {
		Assert.notNull(participants, "'participants' must not be null");
		Assert.noNullElements(participants, "'participants' must not contain null");
		List<FormParameters> forms = participants.stream().map(NewParticipant::form).toList();
		Assert.isTrue(!forms.isEmpty() && forms.size() <= MAX_PARTICIPANTS,
				() -> "'participants' must be 1 to " + MAX_PARTICIPANTS);
		return forms;
	}

	@Override
	public Mono<Conversation> awaitInitialized(String conversation) {
		ResourcePath path = conversation(conversation);
		Mono<Conversation> initialized = this.api.get(path, Conversation.class)
			.filter((current) -> !ConversationState.INITIALIZING.equals(current.state()))
			.repeatWhenEmpty((times) -> times.concatMap((index) -> this.api.pause(index.intValue() + 1)))
			.flatMap((current) -> checkOpen(path, current));
		return this.api.operation(Operation.CONVERSATIONS_AWAIT_INITIALIZED, initialized);
	}

	private static Mono<Conversation> checkOpen(ResourcePath path, Conversation conversation) {
		return ConversationState.CLOSED.equals(conversation.state())
				? Mono.error(() -> new InitializationException(
						"GET " + path.template() + ": the conversation could not be initialised and is closed"))
				: Mono.just(conversation);
	}

	@Override
	public Mono<Conversation> fetch(String conversation) {
		return this.api.operation(Operation.CONVERSATIONS_FETCH,
				this.api.get(conversation(conversation), Conversation.class));
	}

	@Override
	public Mono<Conversation> update(String conversation, ConversationUpdate update) {
		Assert.notNull(update, "'update' must not be null");
		ResourcePath path = conversation(conversation);
		return this.api.operation(Operation.CONVERSATIONS_UPDATE,
				this.api.post(path, update.form(), null, Conversation.class));
	}

	@Override
	public Mono<Void> delete(String conversation) {
		return this.api.operation(Operation.CONVERSATIONS_DELETE, this.api.delete(conversation(conversation), null));
	}

	@Override
	public Flux<Conversation> list(ConversationFilter filter) {
		return list(filter, Paging.defaults());
	}

	@Override
	public Flux<Conversation> list(ConversationFilter filter, Paging paging) {
		return this.api.operation(Operation.CONVERSATIONS_LIST, conversations(filter).elements(paging));
	}

	@Override
	public Flux<Page<Conversation>> listPages(ConversationFilter filter, Paging paging) {
		return this.api.operation(Operation.CONVERSATIONS_LIST_PAGES, conversations(filter).pages(paging));
	}

	@Override
	public Mono<Page<Conversation>> page(ConversationFilter filter, Paging paging) {
		return this.api.operation(Operation.CONVERSATIONS_PAGE, conversations(filter).page(paging));
	}

	private PagedList<Conversation> conversations(ConversationFilter filter) {
		Assert.notNull(filter, "'filter' must not be null");
		return new PagedList<>(this.api, ListType.CONVERSATIONS, this.api.root().append("Conversations"),
				filter.parameters());
	}

	@Override
	public ConversationClient inService(String chatServiceSid) {
		return new DefaultConversationClient(this.api.inService(chatServiceSid));
	}

	@Override
	public ConversationClient withWebhookEnabled(boolean enabled) {
		return new DefaultConversationClient(this.api.withWebhookEnabled(enabled));
	}

	private ResourcePath conversation(String conversation) {
		return this.api.root()
			.append("Conversations", "ConversationSid", Arguments.pathSegment("conversation", conversation));
	}

}
