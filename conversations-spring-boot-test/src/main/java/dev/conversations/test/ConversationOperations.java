package dev.conversations.test;

import java.util.List;
import java.util.Set;

/**
 * The operations on conversations.
 */
final class ConversationOperations {

	private static final int PAGE_MAXIMUM = 100;

	private static final int PARTICIPANTS_MAXIMUM = 10;

	private ConversationOperations() {
	}

	static Answer create(Call call) {
		String service = call.store().serviceForWrite(call.route().service(), call.now());
		String sid = call.store().nextConversationSid();
		ConversationDetails details = new ConversationForm(call.form()).create(sid, service, call.now());
		StoredConversation created = new StoredConversation(details, null);
		call.store().add(created, List.of(), call.now());
		return answer(201, call, created);
	}

	/**
	 * Creates a conversation with its participants: at once where there are none, else
	 * with the state {@code initializing} and the status 202 [D].
	 * @param call the call
	 * @return the answer
	 */
	static Answer createWithParticipants(Call call) {
		List<String> texts = call.form().all("Participant");
		if (texts.isEmpty()) {
			return create(call);
		}
		Refusal.TOO_MANY_PARTICIPANTS.when(texts.size() > PARTICIPANTS_MAXIMUM);
		String service = call.store().serviceForWrite(call.route().service(), call.now());
		String sid = call.store().nextConversationSid();
		ConversationDetails details = new ConversationForm(call.form()).create(sid, service, call.now());
		StoredConversation created = new StoredConversation(details.initializing(),
				new PendingInitialization(call.account().initialization(), details.state(), call.now()));
		add(call, created, texts.stream().map(ParticipantJson::read).toList());
		return answer(202, call, created);
	}

	private static void add(Call call, StoredConversation created, List<CreateForm> participants) {
		Set<Set<String>> groups = call.store().conversations().openGroups();
		try {
			call.store().add(created, participants, call.now());
		}
		catch (RefusedParticipantException ex) {
			throw ex.refusal().ofNewConversation().exception();
		}
		if (groups.contains(created.groupAddresses())) {
			call.store().delete(created);
			throw Refusal.GROUP_EXISTS.exception();
		}
	}

	static Answer fetch(Call call) {
		return answer(200, call, call.conversation());
	}

	static Answer update(Call call) {
		StoredConversation conversation = call.conversationForWrite();
		ConversationDetails after = new ConversationForm(call.form()).apply(conversation.details(), call.now());
		call.store().change(conversation, after, call.now());
		return answer(200, call, conversation);
	}

	static Answer delete(Call call) {
		call.store().delete(call.conversationForWrite());
		return Answer.of(204, null);
	}

	static Answer list(Call call) {
		ConversationFilter filter = ConversationFilter.of(call.query());
		ListRenderer list = ListRenderer.of(call, "conversations", filter.encoded());
		PageRequest page = PageRequest.of(call.query(), PAGE_MAXIMUM, list.list());
		Renderer renderer = call.renderer();
		return list.render(page,
				Slice
					.of(call.store().conversations().inService(call.service()), page,
							(conversation) -> filter.matches(conversation.details()))
					.map((conversation) -> renderer.conversation(conversation.details())));
	}

	private static Answer answer(int status, Call call, StoredConversation conversation) {
		return Answer.of(status, call.renderer().conversation(conversation.details()));
	}

}
