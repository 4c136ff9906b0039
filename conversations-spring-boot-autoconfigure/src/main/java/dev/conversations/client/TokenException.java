package dev.conversations.client;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/**
 * No access token could be had. The failure is that of every request which waits for the
 * token, none of which was sent.
 */
final class TokenException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final transient @Nullable ErrorAnswer answer;

	private final boolean repeatable;

	private TokenException(String message, @Nullable ErrorAnswer answer, boolean repeatable) {
		super(message, null, false, false);
		this.answer = answer;
		this.repeatable = repeatable;
	}

	/**
	 * The token endpoint answered with an error, of whose text nothing is kept.
	 */
	static TokenException refused(ErrorAnswer answer) {
		Integer code = answer.code();
		return new TokenException(answer.status() + ((code != null) ? ", code " + code : ""), answer,
				answer.status() == 429 || answer.status() >= 500);
	}

	static TokenException unusable() {
		return new TokenException("the answer has none to use", null, false);
	}

	static TokenException unreachable(Throwable failure) {
		return new TokenException(failure.getClass().getSimpleName(), null, true);
	}

	/**
	 * Returns the answer of the token endpoint, if there was one.
	 */
	@Nullable ErrorAnswer answer() {
		return this.answer;
	}

	/**
	 * Returns whether a token may be had later.
	 */
	boolean isRepeatable() {
		return this.repeatable;
	}

}
