package dev.conversations.test;

import java.time.Duration;
import java.util.regex.Pattern;

import dev.conversations.client.AuthenticationFailedException;
import dev.conversations.client.ConflictException;
import dev.conversations.client.InitializationException;
import dev.conversations.client.NotFoundException;
import dev.conversations.client.PageCursor;
import dev.conversations.client.PagingException;
import dev.conversations.client.RateLimitedException;
import dev.conversations.client.StubErrors;
import dev.conversations.client.TwilioApiException;
import dev.conversations.client.TwilioConnectionException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

/**
 * Makes the errors of the client, for tests that stub a {@code ParticipantClient} or a
 * {@code ConversationClient}. An error is that of a GET unless a method is given, so that
 * it is retryable where a GET may be sent again. With a cursor it is the error of a list.
 *
 * @since 0.1.0
 */
public final class TwilioErrors {

	private static final Pattern CONVERSATION_SID = Pattern.compile("CH[0-9a-fA-F]{32}");

	private static final PageCursor CURSOR = PageCursor.of("1.UGFnZT0x.0.AAAAAAAAAAAAAAAA");

	private TwilioErrors() {
	}

	/**
	 * Returns a cursor for stubs and errors, which belongs to no list of Twilio.
	 * @return always the same cursor
	 */
	public static PageCursor cursor() {
		return CURSOR;
	}

	/**
	 * Makes the error of an answer to a GET.
	 * @param status the status, which is none of 200 to 299
	 * @param code the code of Twilio, or {@code null} for an answer of a gateway
	 * @return an error of the type that belongs to the status
	 */
	public static TwilioApiException api(int status, @Nullable Integer code) {
		return api(HttpMethod.GET, status, code);
	}

	/**
	 * Makes the error of an answer.
	 * @param method the method of the request
	 * @param status the status, which is none of 200 to 299
	 * @param code the code of Twilio, or {@code null} for an answer of a gateway
	 * @return an error of the type that belongs to the status
	 */
	public static TwilioApiException api(HttpMethod method, int status, @Nullable Integer code) {
		return StubErrors.answer(method, status, code, null, null, null);
	}

	/**
	 * Makes the error of an answer to a request for a page.
	 * @param status the status, which is none of 200 to 299
	 * @param code the code of Twilio, or {@code null} for an answer of a gateway
	 * @param resumeCursor where the list goes on
	 * @return an error of the type that belongs to the status
	 */
	public static TwilioApiException api(int status, @Nullable Integer code, PageCursor resumeCursor) {
		Assert.notNull(resumeCursor, "'resumeCursor' must not be null");
		return StubErrors.answer(HttpMethod.GET, status, code, null, null, resumeCursor);
	}

	/**
	 * Makes the error of refused credentials: status 401, code 20003.
	 * @return the error
	 */
	public static AuthenticationFailedException authenticationFailed() {
		return (AuthenticationFailedException) answer(HttpMethod.GET, Refusal.AUTHENTICATE, null, null);
	}

	/**
	 * Makes the error of a participant or a conversation that is not there: status 404,
	 * code 20404.
	 * @return the error
	 */
	public static NotFoundException notFound() {
		return (NotFoundException) api(404, 20404);
	}

	/**
	 * Makes the error of an identity that is in the conversation already: status 409,
	 * code 50433.
	 * @return the error
	 */
	public static ConflictException conflict() {
		return (ConflictException) answer(HttpMethod.POST, Refusal.IDENTITY_IN_USE, null, null);
	}

	/**
	 * Makes the error of a pair of address and proxy address that is in use: status 409,
	 * code 50416.
	 * @param conversationSid the SID of the conversation that holds the pair, {@code CH…}
	 * @return the error
	 */
	public static ConflictException conflict(String conversationSid) {
		Assert.isTrue(conversationSid != null && CONVERSATION_SID.matcher(conversationSid).matches(),
				"'conversationSid' must be 'CH' and 32 hexadecimal digits");
		return (ConflictException) answer(HttpMethod.POST, Refusal.bindingInUse(conversationSid), null, null);
	}

	/**
	 * Makes the error of too many requests, without {@code Retry-After}: status 429, code
	 * 20429.
	 * @return the error
	 */
	public static RateLimitedException rateLimited() {
		return rateLimitedAfter(null, null);
	}

	/**
	 * Makes the error of too many requests: status 429, code 20429.
	 * @param retryAfter how long Twilio asks to wait, which is not negative
	 * @return the error
	 */
	public static RateLimitedException rateLimited(Duration retryAfter) {
		Assert.notNull(retryAfter, "'retryAfter' must not be null");
		return rateLimitedAfter(retryAfter, null);
	}

	/**
	 * Makes the error of too many requests in a list: status 429, code 20429.
	 * @param retryAfter how long Twilio asks to wait, which is not negative, or
	 * {@code null} if it does not say
	 * @param resumeCursor where the list goes on
	 * @return the error
	 */
	public static RateLimitedException rateLimited(@Nullable Duration retryAfter, PageCursor resumeCursor) {
		Assert.notNull(resumeCursor, "'resumeCursor' must not be null");
		return rateLimitedAfter(retryAfter, resumeCursor);
	}

	/**
	 * Makes the error of a GET whose answer took too long. It is retryable.
	 * @return the error
	 */
	public static TwilioConnectionException connection() {
		return connection(HttpMethod.GET);
	}

	/**
	 * Makes the error of a request whose answer took too long. It is retryable unless the
	 * request is a POST, which may have been carried out.
	 * @param method the method of the request
	 * @return the error
	 */
	public static TwilioConnectionException connection(HttpMethod method) {
		return StubErrors.timeout(method, null);
	}

	/**
	 * Makes the error of a page that took too long. It is retryable.
	 * @param resumeCursor where the list goes on
	 * @return the error
	 */
	public static TwilioConnectionException connection(PageCursor resumeCursor) {
		Assert.notNull(resumeCursor, "'resumeCursor' must not be null");
		return StubErrors.timeout(HttpMethod.GET, resumeCursor);
	}

	/**
	 * Makes the error of a list that does not go on as it should.
	 * @param resumeCursor where the list goes on
	 * @return the error
	 */
	public static PagingException paging(PageCursor resumeCursor) {
		return StubErrors.paging(resumeCursor);
	}

	/**
	 * Makes the error of a conversation that could not be initialised with its
	 * participants.
	 * @return the error
	 */
	public static InitializationException initialization() {
		return StubErrors.initialization();
	}

	private static RateLimitedException rateLimitedAfter(@Nullable Duration retryAfter,
			@Nullable PageCursor resumeCursor) {
		return (RateLimitedException) answer(HttpMethod.GET, Refusal.TOO_MANY_REQUESTS, retryAfter, resumeCursor);
	}

	private static TwilioApiException answer(HttpMethod method, Refusal refusal, @Nullable Duration retryAfter,
			@Nullable PageCursor resumeCursor) {
		return StubErrors.answer(method, refusal.status(), refusal.code(), refusal.message(), retryAfter, resumeCursor);
	}

}
