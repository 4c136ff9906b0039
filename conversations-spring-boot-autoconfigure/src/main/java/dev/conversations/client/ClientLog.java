package dev.conversations.client;

import java.time.Duration;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Log of the client, at {@code DEBUG}: one line for each retry and for each closing and
 * opening of a gate. It holds names of clients and operations and nothing personal.
 */
final class ClientLog {

	private static final Log logger = LogFactory.getLog("dev.conversations.client");

	private ClientLog() {
	}

	static void retried(String client, Operation operation, RetryReason reason) {
		if (logger.isDebugEnabled()) {
			logger.debug("Client '" + client + "' sends a request of " + operation + " again (" + reason + ")");
		}
	}

	static void gateClosed(String client, Duration wait) {
		if (logger.isDebugEnabled()) {
			logger.debug("Gate of client '" + client + "' is closed for " + wait.toMillis() + " ms by status 429");
		}
	}

	static void gateOpened(String client) {
		if (logger.isDebugEnabled()) {
			logger.debug("Gate of client '" + client + "' is open again");
		}
	}

}
