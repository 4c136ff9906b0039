package dev.conversations.sample;

import dev.conversations.client.TwilioException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Logs why a request failed, without the request: its path and its query may hold an
 * identity or an address.
 */
final class FailureLog {

	private static final Logger logger = LoggerFactory.getLogger(FailureLog.class);

	private FailureLog() {
	}

	/**
	 * Logs a failure. A client that has gone away is none.
	 * @param failure the failure
	 */
	static void log(Throwable failure) {
		if (failure instanceof TwilioException) {
			// The message names the template of the path, and personal data is masked in
			// it
			logger.warn("{}: {}", failure.getClass().getSimpleName(), failure.getMessage());
		}
		else if (!DisconnectedClientHelper.isClientDisconnectedException(failure)) {
			logger.error("A request failed", new WithoutMessage(failure, 0));
		}
	}

	/**
	 * Copy of an exception without its message, which may quote the request.
	 */
	private static final class WithoutMessage extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private static final int MAX_CAUSES = 5;

		WithoutMessage(Throwable failure, int depth) {
			super(failure.getClass().getName(), cause(failure, depth));
			setStackTrace(failure.getStackTrace());
		}

		private static @Nullable Throwable cause(Throwable failure, int depth) {
			Throwable cause = failure.getCause();
			return (cause != null && depth < MAX_CAUSES) ? new WithoutMessage(cause, depth + 1) : null;
		}

	}

}
