package dev.conversations.client;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/**
 * The participant or the conversation is already there: status 409. The identity is in
 * the conversation (code 50433), the pair of address and proxy address is in use in a
 * conversation that is not closed (codes 50416 and 50425), or the unique name is taken
 * (code 50353).
 *
 * @since 0.1.0
 * @see <a href="https://www.twilio.com/docs/api/errors/50416">Error 50416</a>
 */
public final class ConflictException extends TwilioApiException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final @Nullable String conversationSid;

	ConflictException(ApiError error, @Nullable String conversationSid) {
		super(error);
		this.conversationSid = conversationSid;
	}

	/**
	 * Returns the conversation that holds the binding.
	 * @return the SID of a conversation, {@code CH…}, or {@code null} if the conflict is
	 * another one
	 */
	public @Nullable String conversationSid() {
		return this.conversationSid;
	}

}
