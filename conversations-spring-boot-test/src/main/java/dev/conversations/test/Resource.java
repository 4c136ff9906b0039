package dev.conversations.test;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The resources of the API by the templates of their paths, each of which is offered
 * plain and in a service.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum Resource {

	CONVERSATIONS("Conversations"),

	CONVERSATION("Conversations/{Sid}"),

	CONVERSATION_WITH_PARTICIPANTS("ConversationWithParticipants"),

	PARTICIPANTS("Conversations/{ConversationSid}/Participants"),

	PARTICIPANT("Conversations/{ConversationSid}/Participants/{Sid}"),

	PARTICIPANT_CONVERSATIONS("ParticipantConversations");

	private final String template;

	Resource(String template) {
		this.template = template;
	}

	String template() {
		return this.template;
	}

	/**
	 * Returns the values that a path has for the variables of the template.
	 * @param path the decoded segments of the path
	 * @return the values, or {@code null} if the path is that of another resource
	 */
	@Nullable List<String> match(List<String> path) {
		List<String> segments = List.of(this.template.split("/", -1));
		if (path.size() != segments.size()) {
			return null;
		}
		List<String> values = new ArrayList<>();
		for (int i = 0; i < path.size(); i++) {
			if (segments.get(i).startsWith("{") && !path.get(i).isEmpty()) {
				values.add(path.get(i));
			}
			else if (!segments.get(i).equals(path.get(i))) {
				return null;
			}
		}
		return values;
	}

}
