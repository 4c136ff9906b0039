package dev.conversations.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

/**
 * Makes the errors that a stub of a client raises. They are those of the client itself,
 * made from an answer that was never sent. Tests use {@code TwilioErrors} of the test
 * module, which names the cases.
 *
 * @since 0.1.0
 */
public final class StubErrors {

	private static final URI NOWHERE = URI.create("http://localhost");

	private static final String REQUEST_ID = "RQ" + "0".repeat(32);

	private static final ResourcePath PATH = ResourcePath.ROOT.append("Stub");

	private StubErrors() {
	}

	/**
	 * Makes the error that an answer stands for.
	 * @param method the method of the request, on which it depends whether the error is
	 * retryable
	 * @param status the status, which is none of 200 to 299
	 * @param code the code of Twilio, or {@code null} if the answer is not Twilio's own
	 * @param message the message of Twilio, or {@code null} for none
	 * @param retryAfter how long the server asks to wait, or {@code null} if it does not
	 * @param resumeCursor where a list goes on, or {@code null} for an operation that is
	 * no list
	 * @return an error of the type that belongs to the status
	 */
	public static TwilioApiException answer(HttpMethod method, int status, @Nullable Integer code,
			@Nullable String message, @Nullable Duration retryAfter, @Nullable PageCursor resumeCursor) {
		Assert.isTrue(status >= 100 && status <= 599 && status / 100 != 2,
				"'status' must be a status of HTTP that is none of 200 to 299");
		Assert.isTrue(retryAfter == null || !retryAfter.isNegative(), "'retryAfter' must not be negative");
		String moreInfo = (code != null) ? "https://www.twilio.com/docs/errors/" + code : null;
		return Failures.of(request(method, resumeCursor),
				new ErrorAnswer(status, REQUEST_ID, retryAfter, new ErrorBody(code, message, moreInfo)));
	}

	/**
	 * Makes the error of an answer that took too long.
	 * @param method the method of the request, on which it depends whether the error is
	 * retryable
	 * @param resumeCursor where a list goes on, or {@code null} for an operation that is
	 * no list
	 * @return an error of the connection
	 */
	public static TwilioConnectionException timeout(HttpMethod method, @Nullable PageCursor resumeCursor) {
		ApiRequest request = request(method, resumeCursor);
		return Failures.overdue(request, Outcome.unanswered(request));
	}

	/**
	 * Makes the error of a list whose next link is of no use.
	 * @param resumeCursor where the list goes on
	 * @return an error of paging
	 */
	public static PagingException paging(PageCursor resumeCursor) {
		Assert.notNull(resumeCursor, "'resumeCursor' must not be null");
		return new PagingException(request(HttpMethod.GET, null).description() + ": the next link is of no use",
				resumeCursor);
	}

	/**
	 * Makes the error of a conversation that could not be initialised.
	 * @return an error of initialisation
	 */
	public static InitializationException initialization() {
		return new InitializationException(
				request(HttpMethod.GET, null).description() + ": the conversation could not be initialised");
	}

	private static ApiRequest request(HttpMethod method, @Nullable PageCursor resumeCursor) {
		Assert.notNull(method, "'method' must not be null");
		ApiRequest.ListContext list = (resumeCursor != null) ? new ApiRequest.ListContext(List.of(), () -> resumeCursor)
				: null;
		return new ApiRequest(method, PATH, NOWHERE, null, null, null, list);
	}

}
