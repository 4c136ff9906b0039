package dev.conversations.test;

/**
 * What a request asks for; each is offered plain and in a service.
 */
enum Operation {

	CREATE, LIST, FETCH, UPDATE, DELETE, LIST_CONVERSATIONS;

	boolean isWrite() {
		return this == CREATE || this == UPDATE || this == DELETE;
	}

}
