package dev.conversations.test;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where the path and method of a request lead to. The conversation is a SID or a unique
 * name.
 *
 * @param operation the operation
 * @param service the SID of the service, or {@code null} on the plain paths
 * @param conversation the conversation, which is empty for a list of conversations
 * @param participant the participant, which is empty for the list of all
 */
record Route(Operation operation, @Nullable String service, String conversation, String participant) {

	private static final String VERSION = "/v1";

	private static final Map<String, Operation> PARTICIPANTS = Map.of("GET", Operation.LIST, "POST", Operation.CREATE);

	private static final Map<String, Operation> PARTICIPANT = Map.of("GET", Operation.FETCH, "POST", Operation.UPDATE,
			"DELETE", Operation.DELETE);

	private static final Map<String, Operation> CONVERSATIONS = Map.of("GET", Operation.LIST_CONVERSATIONS);

	static Route of(String method, String rawPath) {
		if (!rawPath.startsWith(VERSION + "/")) {
			throw new UnknownResourceException();
		}
		Iterator<String> segments = segments(resource(rawPath)).iterator();
		String first = segments.next();
		String service = null;
		if (first.equals("Services")) {
			service = next(segments);
			first = next(segments);
		}
		return of(method, service, first, segments);
	}

	/**
	 * Returns a path as the messages of errors show it: without the version.
	 * @param rawPath the path of a request
	 * @return the shortened path
	 */
	static String resource(String rawPath) {
		return rawPath.startsWith(VERSION + "/") ? rawPath.substring(VERSION.length()) : rawPath;
	}

	private static Route of(String method, @Nullable String service, String first, Iterator<String> segments) {
		if (first.equals("ParticipantConversations") && !segments.hasNext()) {
			return new Route(operation(CONVERSATIONS, method), service, "", "");
		}
		String conversation = next(segments);
		if (!first.equals("Conversations") || !next(segments).equals("Participants")) {
			throw new UnknownResourceException();
		}
		if (!segments.hasNext()) {
			return new Route(operation(PARTICIPANTS, method), service, conversation, "");
		}
		String participant = next(segments);
		if (segments.hasNext()) {
			throw new UnknownResourceException();
		}
		return new Route(operation(PARTICIPANT, method), service, conversation, participant);
	}

	private static Operation operation(Map<String, Operation> operations, String method) {
		Operation operation = operations.get(method);
		if (operation == null) {
			throw ApiError.METHOD_NOT_ALLOWED.exception();
		}
		return operation;
	}

	private static String next(Iterator<String> segments) {
		String segment = segments.hasNext() ? segments.next() : "";
		if (segment.isEmpty()) {
			throw new UnknownResourceException();
		}
		return segment;
	}

	private static List<String> segments(String path) {
		List<String> segments = new ArrayList<>();
		for (String segment : path.substring(1).split("/", -1)) {
			segments.add(PercentCodec.decodeSegment(segment));
		}
		return segments;
	}

	@Override
	public String toString() {
		return this.operation.name();
	}

}
