package dev.conversations.sample;

import java.time.Duration;

import dev.conversations.test.SimulatedFault;

/**
 * Trouble that the embedded simulator can make, to see what the client makes of it.
 */
enum Trouble {

	/**
	 * Everything is well.
	 */
	NONE(1, Integer.MAX_VALUE),

	/**
	 * Each answer takes its time.
	 */
	SLOW(1, Integer.MAX_VALUE),

	/**
	 * The next two requests are refused, and then the trouble is over.
	 */
	RATE_LIMIT(1, 2),

	/**
	 * One of 20 requests fails.
	 */
	FAILURES(20, Integer.MAX_VALUE),

	/**
	 * One of 10 connections is reset while the answer is on its way.
	 */
	RESETS(10, Integer.MAX_VALUE),

	/**
	 * The next answer is no JSON.
	 */
	BAD_PAGE(1, 1),

	/**
	 * The next request is refused for its credentials.
	 */
	CREDENTIALS(1, 1);

	/**
	 * The first request of each round that it befalls, so that there are others before.
	 */
	private static final int FIRST = 2;

	private final int every;

	private final int times;

	/**
	 * Creates trouble.
	 * @param every befalls one of so many requests
	 * @param times after how many requests it is over
	 */
	Trouble(int every, int times) {
		this.every = every;
		this.times = times;
	}

	/**
	 * Returns whether it befalls a request.
	 * @param request the number of the request since the trouble began, from 0
	 */
	boolean strikes(int request) {
		return !isOver(request) && request % this.every == FIRST % this.every;
	}

	boolean isOver(int requests) {
		return requests >= this.times;
	}

	/**
	 * Describes what happens to the requests that it befalls.
	 * @param fault the fault to describe
	 */
	void describe(SimulatedFault fault) {
		switch (this) {
			case NONE -> fault.proceed();
			case SLOW -> fault.delay(Duration.ofMillis(400)).proceed();
			case RATE_LIMIT ->
				fault.delay(Duration.ofMillis(500)).header("Retry-After", "2").error(429, 20429, "Too Many Requests");
			case FAILURES -> fault.error(503, 20503, "Service unavailable");
			case RESETS -> fault.resetInBody();
			case BAD_PAGE -> fault.garbleBody();
			case CREDENTIALS -> fault.error(401, 20003, "Authenticate");
		}
	}

}
