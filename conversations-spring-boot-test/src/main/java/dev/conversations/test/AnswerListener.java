package dev.conversations.test;

import java.time.Duration;

/**
 * Is told of each request once its answer is known.
 */
@FunctionalInterface
interface AnswerListener {

	/**
	 * Listener that takes no note.
	 */
	AnswerListener NONE = (request, reply, duration) -> {
	};

	/**
	 * Takes note of an answer, on the thread of the server.
	 * @param request the request
	 * @param reply the reply that is about to be sent
	 * @param duration how long it took
	 */
	void answered(RecordedRequest request, Reply reply, Duration duration);

}
