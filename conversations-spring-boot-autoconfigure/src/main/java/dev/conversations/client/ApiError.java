package dev.conversations.client;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Answer that tells of an error, ready to be shown.
 *
 * @param message the message, in which personal data is masked
 * @param status the HTTP status
 * @param code Twilio's code
 * @param moreInfo where Twilio explains the code
 * @param requestId Twilio's identifier of the request
 * @param retryAfter how long the server asks to wait
 * @param outcome whether the request may be sent again
 * @param resumeCursor where a list goes on
 */
record ApiError(String message, int status, @Nullable Integer code, @Nullable URI moreInfo, @Nullable String requestId,
		@Nullable Duration retryAfter, Outcome outcome, @Nullable PageCursor resumeCursor) {

}
