package dev.conversations.batch;

import java.io.Serial;

import dev.conversations.client.PageCursor;
import dev.conversations.client.TwilioApiException;
import dev.conversations.client.TwilioException;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.infrastructure.item.ItemReaderException;

/**
 * Signals that the conversations of a participant could not be read to their end. The
 * reader signals it once for each such participant, after all that was received of it,
 * and goes on with the others if it is read from again.
 * <p>
 * It tells the ordinal of the participant and never its identity or address.
 *
 * @since 0.1.0
 * @see ParticipantSkipPolicy
 */
public final class ParticipantReadException extends ItemReaderException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final long ordinal;

	private final String kind;

	ParticipantReadException(long ordinal, String kind, Throwable cause) {
		super("Participant %d (%s) could not be read: %s".formatted(ordinal, kind, reason(cause)), cause);
		this.ordinal = ordinal;
		this.kind = kind;
	}

	private static @Nullable String reason(Throwable cause) {
		return (cause instanceof TwilioException) ? cause.getMessage() : cause.getClass().getName();
	}

	/**
	 * Returns the ordinal of the participant in its {@link ParticipantSource}.
	 * @return the ordinal, from 0
	 */
	public long ordinal() {
		return this.ordinal;
	}

	/**
	 * Returns by which kind of identifier the participant was looked up.
	 * @return {@code identity} or {@code address}
	 */
	public String kind() {
		return this.kind;
	}

	/**
	 * Returns the HTTP status that Twilio answered with.
	 * @return the status, or {@code null} if there was no usable answer
	 */
	public @Nullable Integer status() {
		return (getCause() instanceof TwilioApiException answer) ? Integer.valueOf(answer.status()) : null;
	}

	/**
	 * Returns Twilio's own number for the failure.
	 * @return the code, or {@code null} if Twilio gave none
	 */
	public @Nullable Integer code() {
		return (getCause() instanceof TwilioApiException answer) ? answer.code() : null;
	}

	/**
	 * Returns where the list of this participant goes on.
	 * @return the cursor of the first conversation that was not delivered, or
	 * {@code null} if nothing can follow
	 */
	public @Nullable PageCursor resumeCursor() {
		return (getCause() instanceof TwilioException failure) ? failure.resumeCursor() : null;
	}

}
