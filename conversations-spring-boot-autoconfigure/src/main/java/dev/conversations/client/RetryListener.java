package dev.conversations.client;

/**
 * Listener that is told of each request that is about to be sent again.
 */
@FunctionalInterface
interface RetryListener {

	/**
	 * Handles a retry. It is called on an event loop and must not block.
	 * @param operation the operation that the request belongs to
	 * @param reason what made the request fail
	 */
	void retried(Operation operation, RetryReason reason);

}
