package dev.conversations.test;

/**
 * The operations on participants. Only a fetch takes an identity in place of the SID [D];
 * that an update and a deletion refuse it is a choice of the simulator [C].
 */
final class ParticipantOperations {

	private static final int PARTICIPANTS_MAXIMUM = 100;

	private static final int CONVERSATIONS_MAXIMUM = 50;

	private ParticipantOperations() {
	}

	static Answer create(Call call) {
		StoredConversation conversation = call.conversationForWrite();
		ParticipantDraft draft = new CreateForm(call.form()).draft(call.now());
		StoredParticipant created = call.store().participants().create(conversation, draft);
		return answer(201, call, conversation, created);
	}

	static Answer update(Call call) {
		StoredConversation conversation = call.conversationForWrite();
		StoredParticipant before = conversation.bySid(call.route().participant());
		StoredParticipant after = new UpdateForm(call.form()).apply(before, call.now());
		call.store().participants().replace(conversation, before, after);
		return answer(200, call, conversation, after);
	}

	static Answer delete(Call call) {
		StoredConversation conversation = call.conversationForWrite();
		call.store().participants().remove(conversation, conversation.bySid(call.route().participant()));
		return Answer.of(204, null);
	}

	static Answer fetch(Call call) {
		StoredConversation conversation = call.conversation();
		return answer(200, call, conversation, conversation.bySidOrIdentity(call.route().participant()));
	}

	static Answer list(Call call) {
		StoredConversation conversation = call.conversation();
		ListRenderer list = ListRenderer.of(call, "participants", "");
		PageRequest page = PageRequest.of(call.query(), PARTICIPANTS_MAXIMUM, list.list());
		Renderer renderer = call.renderer();
		return list.render(page, Slice.of(conversation.participantsByKey(), page)
			.map((participant) -> renderer.participant(conversation.details(), participant)));
	}

	static Answer listConversations(Call call) {
		MembershipIndex.Filter filter = filter(call.service(), call.query());
		ListRenderer list = ListRenderer.of(call, "conversations",
				filter.name() + '=' + PercentCodec.encode(filter.value()) + '&');
		PageRequest page = PageRequest.of(call.query(), CONVERSATIONS_MAXIMUM, list.list());
		return list.render(page, Slice.of(call.store().participants().memberships(filter), page)
			.map(call.renderer()::participantConversation));
	}

	private static MembershipIndex.Filter filter(String service, Parameters query) {
		String identity = query.text(MembershipIndex.Filter.IDENTITY);
		String address = query.text(MembershipIndex.Filter.ADDRESS);
		Refusal.IDENTITY_AND_ADDRESS.when(identity != null && address != null);
		if (identity != null) {
			return MembershipIndex.Filter.identity(service, identity);
		}
		if (address != null) {
			return MembershipIndex.Filter.address(service, address);
		}
		throw Refusal.FILTER_MISSING.exception();
	}

	private static Answer answer(int status, Call call, StoredConversation conversation,
			StoredParticipant participant) {
		return Answer.of(status, call.renderer().participant(conversation.details(), participant));
	}

}
