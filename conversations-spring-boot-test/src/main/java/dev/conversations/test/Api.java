package dev.conversations.test;

import java.time.Clock;

/**
 * Performs the operations on the {@link Store}.
 */
final class Api {

	private static final int PARTICIPANTS_MAXIMUM = 100;

	private static final int CONVERSATIONS_MAXIMUM = 50;

	private final Account account;

	private final Store store;

	private final Clock clock;

	private final WriteLimit writeLimit;

	Api(Account account, Store store, SimulatorSettings settings) {
		this.account = account;
		this.store = store;
		this.clock = settings.clock();
		this.writeLimit = new WriteLimit(settings);
	}

	Answer answer(ApiRequest request) {
		try {
			this.account.check(request.header("Authorization"));
			return perform(Route.of(request.method(), request.path()), request);
		}
		catch (ApiException ex) {
			return Answer.of(ex.error());
		}
		catch (UnknownResourceException ex) {
			return Answer.of(ApiError.notFound(Route.resource(request.path())));
		}
	}

	void clear() {
		this.store.clear();
		this.writeLimit.clear();
		this.account.suspended(false);
	}

	private Answer perform(Route route, ApiRequest request) {
		return switch (route.operation()) {
			case CREATE -> create(route, request);
			case UPDATE -> update(route, request);
			case DELETE -> delete(route);
			case FETCH -> fetch(route, request);
			case LIST -> list(route, request);
			case LIST_CONVERSATIONS -> listConversations(route, request);
		};
	}

	private Answer create(Route route, ApiRequest request) {
		ConversationDetails conversation = conversation(route);
		ParticipantDraft draft = new CreateForm(Parameters.parse(request.form())).draft(now());
		StoredParticipant created = this.store.create(route.service(), route.conversation(), draft);
		return Answer.of(201, renderer(route, request).participant(conversation, created));
	}

	private Answer update(Route route, ApiRequest request) {
		ConversationDetails conversation = conversation(route);
		UpdateForm form = new UpdateForm(Parameters.parse(request.form()));
		StoredParticipant updated = this.store.update(route.service(), route.conversation(), route.participant(),
				(participant) -> form.apply(participant, now()));
		return Answer.of(200, renderer(route, request).participant(conversation, updated));
	}

	private Answer delete(Route route) {
		conversation(route);
		this.store.delete(route.service(), route.conversation(), route.participant());
		return Answer.of(204, null);
	}

	private Answer fetch(Route route, ApiRequest request) {
		ConversationDetails conversation = conversation(route);
		StoredParticipant fetched = this.store.fetch(route.service(), route.conversation(), route.participant());
		return Answer.of(200, renderer(route, request).participant(conversation, fetched));
	}

	private Answer list(Route route, ApiRequest request) {
		ConversationDetails conversation = conversation(route);
		ListRenderer list = new ListRenderer("participants", request.baseUrl(), request.path(), "");
		PageRequest page = PageRequest.of(Parameters.parse(request.query()), PARTICIPANTS_MAXIMUM, list.list());
		Renderer renderer = renderer(route, request);
		return list.render(page, this.store.participants(route.service(), route.conversation(), page)
			.map((participant) -> renderer.participant(conversation, participant)));
	}

	private Answer listConversations(Route route, ApiRequest request) {
		Parameters query = Parameters.parse(request.query());
		MembershipIndex.Filter filter = filter(this.store.service(route.service()), query);
		ListRenderer list = new ListRenderer("conversations", request.baseUrl(), request.path(),
				filter.name() + '=' + PercentCodec.encode(filter.value()) + '&');
		PageRequest page = PageRequest.of(query, CONVERSATIONS_MAXIMUM, list.list());
		Renderer renderer = renderer(route, request);
		return list.render(page, this.store.memberships(filter, page).map(renderer::participantConversation));
	}

	private static MembershipIndex.Filter filter(String service, Parameters query) {
		String identity = query.text(MembershipIndex.Filter.IDENTITY);
		String address = query.text(MembershipIndex.Filter.ADDRESS);
		FormRules.check(identity == null || address == null, ApiError.IDENTITY_AND_ADDRESS);
		if (identity != null) {
			return new MembershipIndex.Filter(service, MembershipIndex.Filter.IDENTITY, identity);
		}
		if (address != null) {
			return new MembershipIndex.Filter(service, MembershipIndex.Filter.ADDRESS, address);
		}
		throw ApiError.FILTER_MISSING.exception();
	}

	private ConversationDetails conversation(Route route) {
		ConversationDetails conversation = this.store.conversation(route.service(), route.conversation());
		if (route.operation().isWrite()) {
			this.writeLimit.check(conversation.sid());
		}
		return conversation;
	}

	private Renderer renderer(Route route, ApiRequest request) {
		return new Renderer(this.account.sid(), request.baseUrl(), route.service() != null);
	}

	private String now() {
		return Dates.now(this.clock);
	}

}
