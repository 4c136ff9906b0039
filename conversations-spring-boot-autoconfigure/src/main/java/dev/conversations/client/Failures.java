package dev.conversations.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netty.handler.ssl.NotSslRecordException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what went wrong into errors of this client. Those of {@code WebClient} hold URLs
 * and credentials, so that they are never kept as a cause.
 */
final class Failures {

	private static final int BINDING_IN_USE = 50416;

	private static final Set<Integer> TRANSIENT = Set.of(500, 502, 503, 504);

	private static final Pattern CONVERSATION_SID = Pattern.compile("\\bCH[0-9a-fA-F]{32}\\b");

	private Failures() {
	}

	/**
	 * Returns the error that an answer stands for.
	 */
	static TwilioApiException of(ApiRequest request, ErrorAnswer answer) {
		ErrorBody body = answer.body();
		Integer code = answer.code();
		String message = (body != null) ? body.message() : null;
		ApiError error = new ApiError(describe(request, answer.status(), code, message), answer.status(), code,
				(body != null) ? toUri(body.moreInfo()) : null, answer.requestId(), answer.retryAfter(),
				outcome(request, answer.status()), request.resumeCursor());
		return switch (answer.status()) {
			case 401, 403 -> new AuthenticationFailedException(error);
			case 404 -> new NotFoundException(error);
			case 409 -> new ConflictException(error, conversationSid(code, message));
			case 429 -> new RateLimitedException(error, true);
			default -> new TwilioApiException(error);
		};
	}

	private static Outcome outcome(ApiRequest request, int status) {
		if (status == 429) {
			return Outcome.REPEATABLE;
		}
		return TRANSIENT.contains(status) ? Outcome.unanswered(request) : Outcome.FINAL;
	}

	/**
	 * Returns the error for an exchange that ended without an answer.
	 */
	static TwilioException of(ApiRequest request, Throwable failure) {
		if (failure instanceof TwilioException known) {
			return known;
		}
		if (failure instanceof TokenException token) {
			return of(request, token);
		}
		if (failure instanceof CredentialsException) {
			return withoutCredentials(request, failure.getCause());
		}
		if (Causes.isTooLarge(failure)) {
			return tooLarge(request);
		}
		Throwable unconnected = Causes.unconnected(failure);
		if (unconnected != null) {
			String reason = (unconnected instanceof NotSslRecordException) ? "no TLS" : unconnected.getMessage();
			return connection(request, "no connection could be had: " + reason, Outcome.REPEATABLE);
		}
		if (Causes.isTimeout(failure)) {
			return overdue(request, Outcome.unanswered(request));
		}
		return connection(request, "the exchange was broken off: " + kind(failure),
				Causes.isLost(failure) ? Outcome.unanswered(request) : Outcome.FINAL);
	}

	private static String kind(Throwable failure) {
		return Causes.root(failure).getClass().getSimpleName();
	}

	/**
	 * Returns the error of a request for which there are no credentials. Of the failure
	 * of their store nothing is told but its kind, since its message may hold a secret.
	 */
	private static TwilioConnectionException withoutCredentials(ApiRequest request, @Nullable Throwable cause) {
		if (cause == null) {
			return connection(request, "there are no credentials", Outcome.FINAL);
		}
		boolean passing = Causes.unconnected(cause) != null || Causes.isTimeout(cause) || Causes.isLost(cause);
		return connection(request, "no credentials could be had: " + kind(cause),
				passing ? Outcome.REPEATABLE : Outcome.FINAL);
	}

	/**
	 * Returns the error of a request for which there is no access token. Any status of
	 * the client's fault means that the credentials were refused, as token endpoints
	 * answer with 400, too.
	 */
	private static TwilioException of(ApiRequest request, TokenException failure) {
		String message = request.description() + ": no access token could be had: " + failure.getMessage();
		Outcome outcome = failure.isRepeatable() ? Outcome.REPEATABLE : Outcome.FINAL;
		ErrorAnswer answer = failure.answer();
		if (answer == null) {
			return new TwilioConnectionException(message, outcome, request.resumeCursor());
		}
		ApiError error = new ApiError(message, answer.status(), answer.code(), null, null, answer.retryAfter(), outcome,
				request.resumeCursor());
		if (answer.status() == 429) {
			return new RateLimitedException(error, false);
		}
		return (answer.status() >= 400 && answer.status() < 500) ? new AuthenticationFailedException(error)
				: new TwilioApiException(error);
	}

	/**
	 * Returns the error for an answer that is larger than the limit or the memory.
	 */
	static TwilioConnectionException tooLarge(ApiRequest request) {
		return connection(request, "the answer is too large", Outcome.FINAL);
	}

	/**
	 * Returns the error for a request that takes longer than the response time-out.
	 */
	static TwilioConnectionException overdue(ApiRequest request, Outcome outcome) {
		return new TwilioConnectionException(request.description() + ": the answer took too long", outcome,
				request.resumeCursor(), true);
	}

	/**
	 * Returns the error for a request that comes when its transport is closed, or is
	 * under way then.
	 */
	static TwilioConnectionException closed(ApiRequest request, Outcome outcome) {
		return connection(request, "the client was closed", outcome);
	}

	/**
	 * Returns the error for an interim answer that was taken for the final one.
	 */
	static TwilioConnectionException interim(ApiRequest request, int status) {
		return connection(request, "the interim answer " + status + " cannot be read by this connector",
				Outcome.unanswered(request));
	}

	/**
	 * Returns the error for a successful answer without the JSON object that is due.
	 */
	static TwilioConnectionException unreadable(ApiRequest request, boolean empty) {
		return connection(request, empty ? "the answer has no body" : "the answer is not the JSON object that is due",
				Outcome.FINAL);
	}

	private static TwilioConnectionException connection(ApiRequest request, String reason, Outcome outcome) {
		return new TwilioConnectionException(request.description() + ": " + reason, outcome, request.resumeCursor());
	}

	private static String describe(ApiRequest request, int status, @Nullable Integer code, @Nullable String message) {
		StringBuilder description = new StringBuilder(request.description()).append(": ").append(status);
		if (code != null) {
			description.append(", code ").append(code);
		}
		if (message != null) {
			description.append(": ").append(PersonalData.mask(message, request.values()));
		}
		return description.toString();
	}

	private static @Nullable URI toUri(@Nullable String text) {
		try {
			return (text != null && !text.isEmpty()) ? new URI(text) : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	private static @Nullable String conversationSid(@Nullable Integer code, @Nullable String message) {
		if (code == null || code != BINDING_IN_USE || message == null) {
			return null;
		}
		Matcher matcher = CONVERSATION_SID.matcher(message);
		return matcher.find() ? matcher.group() : null;
	}

}
