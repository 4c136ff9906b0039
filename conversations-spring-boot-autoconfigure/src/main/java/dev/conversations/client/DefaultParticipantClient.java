package dev.conversations.client;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Client that sends its requests by HTTP. Views differ in their scope only.
 */
final class DefaultParticipantClient implements ParticipantClient {

	private static final int GROUP_PARTICIPANT_EXISTS = 50437;

	private final ApiClient api;

	DefaultParticipantClient(ApiClient api) {
		this.api = api;
	}

	@Override
	public Mono<Participant> create(String conversation, NewParticipant participant) {
		return this.api.operation(Operation.PARTICIPANTS_CREATE, post(conversation, participant));
	}

	private Mono<Participant> post(String conversation, NewParticipant participant) {
		Assert.notNull(participant, "'participant' must not be null");
		ResourcePath path = conversation(conversation);
		return this.api.post(path.append("Participants"), participant.form(), path, Participant.class);
	}

	@Override
	public Mono<Participant> createIfAbsent(String conversation, NewParticipant participant) {
		Mono<Participant> created = post(conversation, participant).onErrorResume(TwilioException.class,
				(failure) -> recoverExisting(conversation, participant, failure));
		return this.api.operation(Operation.PARTICIPANTS_CREATE_IF_ABSENT,
				this.api.retry(created, TwilioException::isOutcomeUnknown));
	}

	/**
	 * Finds the participant that is there already, or that a request whose answer was
	 * lost has created.
	 */
	private Mono<Participant> recoverExisting(String conversation, NewParticipant participant,
			TwilioException failure) {
		if (!isConflict(failure) && !failure.isOutcomeUnknown()) {
			return Mono.error(failure);
		}
		return find(conversation, participant).doOnError((unfound) -> unfound.addSuppressed(failure))
			.switchIfEmpty(Mono.error(failure));
	}

	private static boolean isConflict(TwilioException failure) {
		return failure instanceof ConflictException || (failure instanceof TwilioApiException answer
				&& Integer.valueOf(GROUP_PARTICIPANT_EXISTS).equals(answer.code()));
	}

	private Mono<Participant> find(String conversation, NewParticipant participant) {
		String identity = participant.fetchableIdentity();
		if (identity == null) {
			return participantList(conversation).notResumable()
				.elements(Paging.defaults())
				.filter(participant::describes)
				.next();
		}
		return get(conversation, identity).onErrorResume(NotFoundException.class, (failure) -> Mono.empty());
	}

	@Override
	public Mono<Participant> fetch(String conversation, String participant) {
		return this.api.operation(Operation.PARTICIPANTS_FETCH, get(conversation, participant));
	}

	private Mono<Participant> get(String conversation, String participant) {
		Arguments.identity("participant", participant);
		return this.api.get(participant(conversation, "participant", participant), Participant.class);
	}

	@Override
	public Mono<Participant> update(String conversation, String participantSid, ParticipantUpdate update) {
		Assert.notNull(update, "'update' must not be null");
		ResourcePath path = participant(conversation, "participantSid", participantSid);
		return this.api.operation(Operation.PARTICIPANTS_UPDATE,
				this.api.post(path, update.form(), conversation(conversation), Participant.class));
	}

	@Override
	public Mono<Void> delete(String conversation, String participantSid) {
		ResourcePath path = participant(conversation, "participantSid", participantSid);
		return this.api.operation(Operation.PARTICIPANTS_DELETE, this.api.delete(path, conversation(conversation)));
	}

	@Override
	public Flux<Participant> list(String conversation) {
		return list(conversation, Paging.defaults());
	}

	@Override
	public Flux<Participant> list(String conversation, Paging paging) {
		return this.api.operation(Operation.PARTICIPANTS_LIST, participantList(conversation).elements(paging));
	}

	@Override
	public Flux<Page<Participant>> listPages(String conversation, Paging paging) {
		return this.api.operation(Operation.PARTICIPANTS_LIST_PAGES, participantList(conversation).pages(paging));
	}

	@Override
	public Mono<Page<Participant>> page(String conversation, Paging paging) {
		return this.api.operation(Operation.PARTICIPANTS_PAGE, participantList(conversation).page(paging));
	}

	private PagedList<Participant> participantList(String conversation) {
		return new PagedList<>(this.api, ListType.PARTICIPANTS, conversation(conversation).append("Participants"),
				List.of());
	}

	@Override
	public Flux<ParticipantConversation> listConversations(ParticipantIdentifier participant) {
		return listConversations(participant, Paging.defaults());
	}

	@Override
	public Flux<ParticipantConversation> listConversations(ParticipantIdentifier participant, Paging paging) {
		return this.api.operation(Operation.PARTICIPANTS_LIST_CONVERSATIONS,
				conversationList(participant).elements(paging));
	}

	@Override
	public Flux<Page<ParticipantConversation>> listConversationPages(ParticipantIdentifier participant, Paging paging) {
		return this.api.operation(Operation.PARTICIPANTS_LIST_CONVERSATION_PAGES,
				conversationList(participant).pages(paging));
	}

	@Override
	public Mono<Page<ParticipantConversation>> conversationPage(ParticipantIdentifier participant, Paging paging) {
		return this.api.operation(Operation.PARTICIPANTS_CONVERSATION_PAGE, conversationList(participant).page(paging));
	}

	private PagedList<ParticipantConversation> conversationList(ParticipantIdentifier participant) {
		Assert.notNull(participant, "'participant' must not be null");
		return new PagedList<>(this.api, ListType.PARTICIPANT_CONVERSATIONS,
				this.api.root().append("ParticipantConversations"), List.of(ListFilter.of(participant)));
	}

	@Override
	public ParticipantClient inService(String chatServiceSid) {
		return new DefaultParticipantClient(this.api.inService(chatServiceSid));
	}

	@Override
	public ParticipantClient withWebhookEnabled(boolean enabled) {
		return new DefaultParticipantClient(this.api.withWebhookEnabled(enabled));
	}

	private ResourcePath conversation(String conversation) {
		return this.api.root()
			.append("Conversations", "ConversationSid", Arguments.pathSegment("conversation", conversation));
	}

	private ResourcePath participant(String conversation, String argument, String participant) {
		return conversation(conversation).append("Participants", "Sid", Arguments.pathSegment(argument, participant));
	}

}
