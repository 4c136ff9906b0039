package dev.conversations.client;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

/**
 * Client that sends its requests by HTTP. Views differ in their settings only.
 */
final class DefaultParticipantClient implements ParticipantClient, AutoCloseable {

	private final TwilioHttp http;

	private final OperationObserver observer;

	private final ParticipantClientSettings settings;

	private final boolean view;

	DefaultParticipantClient(TwilioHttp http, OperationObserver observer, ParticipantClientSettings settings) {
		this(http, observer, settings, false);
	}

	private DefaultParticipantClient(TwilioHttp http, OperationObserver observer, ParticipantClientSettings settings,
			boolean view) {
		this.http = http;
		this.observer = observer;
		this.settings = settings;
		this.view = view;
	}

	@Override
	public Mono<Participant> create(String conversation, NewParticipant participant) {
		return this.observer.observe("create", post(conversation, participant));
	}

	private Mono<Participant> post(String conversation, NewParticipant participant) {
		Assert.notNull(participant, "'participant' must not be null");
		ApiRequest request = request(HttpMethod.POST, participants(conversation), participant.form());
		return this.http.exchange(request, Participant.class);
	}

	@Override
	public Mono<Participant> createIfAbsent(String conversation, NewParticipant participant) {
		Mono<Participant> created = post(conversation, participant).onErrorResume(TwilioException.class,
				(failure) -> present(conversation, participant, failure));
		return this.observer.observe("createIfAbsent", this.http.retry(created, TwilioException::isOutcomeUnknown));
	}

	/**
	 * The participant that is there already, or that a request whose answer was lost has
	 * created.
	 */
	private Mono<Participant> present(String conversation, NewParticipant participant, TwilioException failure) {
		boolean conflict = failure instanceof ConflictException;
		if (!conflict && !failure.isOutcomeUnknown()) {
			return Mono.error(failure);
		}
		return find(conversation, participant).doOnError((unfound) -> unfound.addSuppressed(failure))
			.switchIfEmpty(Mono.error(failure));
	}

	private Mono<Participant> find(String conversation, NewParticipant participant) {
		String identity = participant.identity();
		if (identity == null || !Arguments.isFetchable(identity)) {
			return participantList(conversation).elements(Paging.defaults()).filter(participant::describes).next();
		}
		return get(conversation, identity).onErrorResume(NotFoundException.class, (failure) -> Mono.empty());
	}

	@Override
	public Mono<Participant> fetch(String conversation, String participant) {
		return this.observer.observe("fetch", get(conversation, participant));
	}

	private Mono<Participant> get(String conversation, String participant) {
		Arguments.identity("participant", participant);
		ApiRequest request = request(HttpMethod.GET, participant(conversation, "participant", participant), null);
		return this.http.exchange(request, Participant.class);
	}

	@Override
	public Mono<Participant> update(String conversation, String participantSid, ParticipantUpdate update) {
		Assert.notNull(update, "'update' must not be null");
		ApiRequest request = request(HttpMethod.POST, participant(conversation, "participantSid", participantSid),
				update.form());
		return this.observer.observe("update", this.http.exchange(request, Participant.class));
	}

	@Override
	public Mono<Void> delete(String conversation, String participantSid) {
		ApiRequest request = request(HttpMethod.DELETE, participant(conversation, "participantSid", participantSid),
				null);
		return this.observer.observe("delete", this.http.exchange(request).then());
	}

	@Override
	public Flux<Participant> list(String conversation) {
		return list(conversation, Paging.defaults());
	}

	@Override
	public Flux<Participant> list(String conversation, Paging paging) {
		return this.observer.observe("list", participantList(conversation).elements(paging));
	}

	@Override
	public Flux<Page<Participant>> listPages(String conversation, Paging paging) {
		return this.observer.observe("listPages", participantList(conversation).pages(paging));
	}

	private PagedList<Participant> participantList(String conversation) {
		return new PagedList<>(this.http, this.settings, ListType.PARTICIPANTS, participants(conversation), null);
	}

	@Override
	public Flux<ParticipantConversation> listConversations(ParticipantIdentifier participant) {
		return listConversations(participant, Paging.defaults());
	}

	@Override
	public Flux<ParticipantConversation> listConversations(ParticipantIdentifier participant, Paging paging) {
		return this.observer.observe("listConversations", conversationList(participant).elements(paging));
	}

	@Override
	public Flux<Page<ParticipantConversation>> listConversationPages(ParticipantIdentifier participant, Paging paging) {
		return this.observer.observe("listConversationPages", conversationList(participant).pages(paging));
	}

	private PagedList<ParticipantConversation> conversationList(ParticipantIdentifier participant) {
		Assert.notNull(participant, "'participant' must not be null");
		return new PagedList<>(this.http, this.settings, ListType.CONVERSATIONS,
				root().append("ParticipantConversations"), participant);
	}

	@Override
	public ParticipantClient inService(String chatServiceSid) {
		Arguments.sid("chatServiceSid", "IS", chatServiceSid);
		return view(this.settings.withChatServiceSid(chatServiceSid));
	}

	@Override
	public ParticipantClient withWebhookEnabled(boolean enabled) {
		return view(this.settings.withWebhookEnabled(enabled));
	}

	private ParticipantClient view(ParticipantClientSettings settings) {
		return new DefaultParticipantClient(this.http, this.observer, settings, true);
	}

	/**
	 * Ends all requests of this client and of its views with an error. A view is not
	 * closed by itself, as it may be a bean that lives shorter than the client.
	 */
	@Override
	public void close() {
		if (!this.view) {
			this.http.close();
		}
	}

	RequestGate gate() {
		return this.http.gate();
	}

	private ResourcePath root() {
		String chatServiceSid = this.settings.chatServiceSid();
		return (chatServiceSid != null) ? ResourcePath.ROOT.append("Services", "ChatServiceSid", chatServiceSid)
				: ResourcePath.ROOT;
	}

	private ResourcePath conversation(String conversation) {
		return root().append("Conversations", "ConversationSid", Arguments.pathSegment("conversation", conversation));
	}

	private ResourcePath participants(String conversation) {
		return conversation(conversation).append("Participants");
	}

	private ResourcePath participant(String conversation, String argument, String participant) {
		return conversation(conversation).append("Participants", "Sid", Arguments.pathSegment(argument, participant));
	}

	private ApiRequest request(HttpMethod method, ResourcePath path, @Nullable FormParameters form) {
		URI uri = URI.create(this.settings.baseUrl() + path.encoded());
		Boolean webhookEnabled = HttpMethod.GET.equals(method) ? null : this.settings.webhookEnabled();
		return new ApiRequest(method, path, uri, form, webhookEnabled, null);
	}

}
