package dev.conversations.test;

import java.util.function.Function;

/**
 * What a request asks for; each is offered plain and in a service.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum Operation {

	CREATE_CONVERSATION(ConversationOperations::create),

	CREATE_CONVERSATION_WITH_PARTICIPANTS(ConversationOperations::createWithParticipants),

	LIST_CONVERSATIONS(ConversationOperations::list),

	FETCH_CONVERSATION(ConversationOperations::fetch),

	UPDATE_CONVERSATION(ConversationOperations::update),

	DELETE_CONVERSATION(ConversationOperations::delete),

	CREATE_PARTICIPANT(ParticipantOperations::create),

	LIST_PARTICIPANTS(ParticipantOperations::list),

	FETCH_PARTICIPANT(ParticipantOperations::fetch),

	UPDATE_PARTICIPANT(ParticipantOperations::update),

	DELETE_PARTICIPANT(ParticipantOperations::delete),

	LIST_PARTICIPANT_CONVERSATIONS(ParticipantOperations::listConversations);

	private final Function<Call, Answer> action;

	Operation(Function<Call, Answer> action) {
		this.action = action;
	}

	Answer perform(Call call) {
		return this.action.apply(call);
	}

}
