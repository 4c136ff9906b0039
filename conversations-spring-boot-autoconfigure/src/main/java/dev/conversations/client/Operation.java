package dev.conversations.client;

/**
 * Operation of a resource, by the names under which it is observed and counted.
 */
enum Operation {

	PARTICIPANTS_CREATE("participants", "create"),

	PARTICIPANTS_CREATE_IF_ABSENT("participants", "createIfAbsent"),

	PARTICIPANTS_FETCH("participants", "fetch"),

	PARTICIPANTS_UPDATE("participants", "update"),

	PARTICIPANTS_DELETE("participants", "delete"),

	PARTICIPANTS_LIST("participants", "list"),

	PARTICIPANTS_LIST_PAGES("participants", "listPages"),

	PARTICIPANTS_PAGE("participants", "page"),

	PARTICIPANTS_LIST_CONVERSATIONS("participants", "listConversations"),

	PARTICIPANTS_LIST_CONVERSATION_PAGES("participants", "listConversationPages"),

	PARTICIPANTS_CONVERSATION_PAGE("participants", "conversationPage"),

	CONVERSATIONS_CREATE("conversations", "create"),

	CONVERSATIONS_CREATE_WITH_PARTICIPANTS("conversations", "createWithParticipants"),

	CONVERSATIONS_AWAIT_INITIALIZED("conversations", "awaitInitialized"),

	CONVERSATIONS_FETCH("conversations", "fetch"),

	CONVERSATIONS_UPDATE("conversations", "update"),

	CONVERSATIONS_DELETE("conversations", "delete"),

	CONVERSATIONS_LIST("conversations", "list"),

	CONVERSATIONS_LIST_PAGES("conversations", "listPages"),

	CONVERSATIONS_PAGE("conversations", "page");

	private final String resource;

	private final String operation;

	private final String description;

	Operation(String resource, String operation) {
		this.resource = resource;
		this.operation = operation;
		this.description = resource + "." + operation;
	}

	String resource() {
		return this.resource;
	}

	String operation() {
		return this.operation;
	}

	/**
	 * Returns the resource and the operation.
	 */
	@Override
	public String toString() {
		return this.description;
	}

}
