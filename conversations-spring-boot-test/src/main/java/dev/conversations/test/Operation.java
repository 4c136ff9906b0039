package dev.conversations.test;

/**
 * An operation, which a method of HTTP at a resource asks for; each is offered plain and
 * in a service.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum Operation {

	CREATE_CONVERSATION(Resource.CONVERSATIONS, "POST"),

	CREATE_CONVERSATION_WITH_PARTICIPANTS(Resource.CONVERSATION_WITH_PARTICIPANTS, "POST"),

	LIST_CONVERSATIONS(Resource.CONVERSATIONS, "GET"),

	FETCH_CONVERSATION(Resource.CONVERSATION, "GET"),

	UPDATE_CONVERSATION(Resource.CONVERSATION, "POST"),

	DELETE_CONVERSATION(Resource.CONVERSATION, "DELETE"),

	CREATE_PARTICIPANT(Resource.PARTICIPANTS, "POST"),

	LIST_PARTICIPANTS(Resource.PARTICIPANTS, "GET"),

	FETCH_PARTICIPANT(Resource.PARTICIPANT, "GET"),

	UPDATE_PARTICIPANT(Resource.PARTICIPANT, "POST"),

	DELETE_PARTICIPANT(Resource.PARTICIPANT, "DELETE"),

	LIST_PARTICIPANT_CONVERSATIONS(Resource.PARTICIPANT_CONVERSATIONS, "GET");

	private final Resource resource;

	private final String method;

	Operation(Resource resource, String method) {
		this.resource = resource;
		this.method = method;
	}

	static Operation of(Resource resource, String method) {
		for (Operation operation : values()) {
			if (operation.resource == resource && operation.method.equals(method)) {
				return operation;
			}
		}
		throw Refusal.METHOD_NOT_ALLOWED.exception();
	}

	Answer perform(Call call) {
		return switch (this) {
			case CREATE_CONVERSATION -> ConversationOperations.create(call);
			case CREATE_CONVERSATION_WITH_PARTICIPANTS -> ConversationOperations.createWithParticipants(call);
			case LIST_CONVERSATIONS -> ConversationOperations.list(call);
			case FETCH_CONVERSATION -> ConversationOperations.fetch(call);
			case UPDATE_CONVERSATION -> ConversationOperations.update(call);
			case DELETE_CONVERSATION -> ConversationOperations.delete(call);
			case CREATE_PARTICIPANT -> ParticipantOperations.create(call);
			case LIST_PARTICIPANTS -> ParticipantOperations.list(call);
			case FETCH_PARTICIPANT -> ParticipantOperations.fetch(call);
			case UPDATE_PARTICIPANT -> ParticipantOperations.update(call);
			case DELETE_PARTICIPANT -> ParticipantOperations.delete(call);
			case LIST_PARTICIPANT_CONVERSATIONS -> ParticipantOperations.listConversations(call);
		};
	}

}
