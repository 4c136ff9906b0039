package dev.conversations.benchmarks;

/**
 * Lists of Twilio that are read.
 */
enum ListKind {

	CONVERSATIONS("conversations", "/v1/ParticipantConversations?Identity={key}&PageSize={pageSize}"),

	PARTICIPANTS("participants", "/v1/Conversations/{key}/Participants?PageSize={pageSize}");

	private final String key;

	private final String template;

	ListKind(String key, String template) {
		this.key = key;
		this.template = template;
	}

	/**
	 * The name of the array in an answer.
	 */
	String key() {
		return this.key;
	}

	/**
	 * The path and query of the first page.
	 */
	String template() {
		return this.template;
	}

}
