package dev.conversations.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The resources of the API by the templates of their paths, each of which is offered
 * plain and in a service.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum Resource {

	CONVERSATIONS("Conversations",
			Map.of("GET", Operation.LIST_CONVERSATIONS, "POST", Operation.CREATE_CONVERSATION)),

	CONVERSATION("Conversations/{Sid}",
			Map.of("GET", Operation.FETCH_CONVERSATION, "POST", Operation.UPDATE_CONVERSATION, "DELETE",
					Operation.DELETE_CONVERSATION)),

	CONVERSATION_WITH_PARTICIPANTS("ConversationWithParticipants",
			Map.of("POST", Operation.CREATE_CONVERSATION_WITH_PARTICIPANTS)),

	PARTICIPANTS("Conversations/{ConversationSid}/Participants",
			Map.of("GET", Operation.LIST_PARTICIPANTS, "POST", Operation.CREATE_PARTICIPANT)),

	PARTICIPANT("Conversations/{ConversationSid}/Participants/{Sid}",
			Map.of("GET", Operation.FETCH_PARTICIPANT, "POST", Operation.UPDATE_PARTICIPANT, "DELETE",
					Operation.DELETE_PARTICIPANT)),

	PARTICIPANT_CONVERSATIONS("ParticipantConversations", Map.of("GET", Operation.LIST_PARTICIPANT_CONVERSATIONS));

	private final String template;

	private final List<String> segments;

	private final Map<String, Operation> operations;

	Resource(String template, Map<String, Operation> operations) {
		this.template = template;
		this.segments = List.of(template.split("/"));
		this.operations = operations;
	}

	String template() {
		return this.template;
	}

	Operation operation(String method) {
		Operation operation = this.operations.get(method);
		if (operation == null) {
			throw Refusal.METHOD_NOT_ALLOWED.exception();
		}
		return operation;
	}

	/**
	 * Returns the values that a path has for the variables of the template.
	 * @param path the decoded segments of the path
	 * @return the values, or {@code null} if the path is that of another resource
	 */
	@Nullable List<String> match(List<String> path) {
		if (path.size() != this.segments.size()) {
			return null;
		}
		List<String> values = new ArrayList<>();
		for (int i = 0; i < path.size(); i++) {
			if (this.segments.get(i).startsWith("{") && !path.get(i).isEmpty()) {
				values.add(path.get(i));
			}
			else if (!this.segments.get(i).equals(path.get(i))) {
				return null;
			}
		}
		return values;
	}

}
