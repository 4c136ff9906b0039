package dev.conversations.client;

import java.io.Serial;
import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Twilio answered with an error. Its message ends with Twilio's own, in which personal
 * data is masked.
 *
 * @since 0.1.0
 * @see <a href="https://www.twilio.com/docs/api/errors">Error and Warning Dictionary</a>
 */
public class TwilioApiException extends TwilioException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final int status;

	private final @Nullable Integer code;

	private final @Nullable URI moreInfo;

	private final @Nullable String requestId;

	private final @Nullable Duration serverDelay;

	TwilioApiException(ApiError error) {
		super(error.message(), error.outcome(), error.resumeCursor());
		this.serverDelay = error.retryAfter();
		this.status = error.status();
		this.code = error.code();
		this.moreInfo = error.moreInfo();
		this.requestId = error.requestId();
	}

	@Override
	final @Nullable Duration serverDelay() {
		return this.serverDelay;
	}

	/**
	 * Returns the status of the answer.
	 * @return an HTTP status, which is none of 200 to 299
	 */
	public int status() {
		return this.status;
	}

	/**
	 * Returns Twilio's code of the error.
	 * @return a code of the error dictionary, or {@code null} if the answer has none
	 */
	public @Nullable Integer code() {
		return this.code;
	}

	/**
	 * Returns where Twilio explains the error.
	 * @return a page of the error dictionary, or {@code null} if the answer names none
	 */
	public @Nullable URI moreInfo() {
		return this.moreInfo;
	}

	/**
	 * Returns Twilio's identifier of the request, which its support asks for.
	 * @return {@code RQ} and 32 hexadecimal digits, or {@code null} if the answer has
	 * none
	 */
	public @Nullable String requestId() {
		return this.requestId;
	}

}
