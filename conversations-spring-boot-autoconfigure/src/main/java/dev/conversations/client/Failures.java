package dev.conversations.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLHandshakeException;

import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.timeout.ReadTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.AbortedException;

import org.springframework.core.io.buffer.DataBufferLimitException;

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
	 * The error that an answer stands for.
	 */
	static TwilioApiException of(ApiRequest request, ApiResponse response) {
		int status = response.status();
		ErrorBody body = Json.read(response.body(), ErrorBody.class);
		Integer code = (body != null) ? body.code() : null;
		String message = (body != null) ? body.message() : null;
		boolean passing = status == 429 || TRANSIENT.contains(status);
		boolean retryable = status == 429 || (passing && request.isIdempotent());
		ApiError error = new ApiError(describe(request, status, code, message), status, code,
				(body != null) ? toUri(body.moreInfo()) : null, response.requestId(), response.serverDelay(), retryable,
				passing, request.resumeCursor());
		return switch (status) {
			case 401, 403 -> new AuthenticationFailedException(error);
			case 404 -> new NotFoundException(error);
			case 409 -> new ConflictException(error, conversationSid(code, message));
			case 429 -> new RateLimitedException(error);
			default -> new TwilioApiException(error);
		};
	}

	/**
	 * The error for an exchange that ended without an answer.
	 */
	static TwilioException of(ApiRequest request, Throwable failure) {
		if (failure instanceof TwilioException known) {
			return known;
		}
		if (failure instanceof TokenException token) {
			return token.of(request);
		}
		if (find(failure, Failures::isTooLarge) != null) {
			return connection(request, "the answer is too large", false, false);
		}
		Throwable unconnected = find(failure, Failures::isUnconnected);
		if (unconnected != null) {
			String reason = (unconnected instanceof NotSslRecordException) ? "no TLS" : unconnected.getMessage();
			return connection(request, "no connection could be had: " + reason, true, true);
		}
		if (find(failure, Failures::isTimeout) != null) {
			return connection(request, "the answer took too long", request.isIdempotent(), true);
		}
		boolean lost = find(failure, Failures::isLost) != null;
		return connection(request, "the exchange was broken off: " + root(failure).getClass().getSimpleName(),
				lost && request.isIdempotent(), lost);
	}

	/**
	 * The error for a request that comes when the client is closed, or is under way then.
	 */
	static TwilioConnectionException closed(ApiRequest request) {
		return connection(request, "the client was closed", false, false);
	}

	private static TwilioConnectionException connection(ApiRequest request, String reason, boolean retryable,
			boolean passing) {
		return new TwilioConnectionException(request.description() + ": " + reason, retryable, passing,
				request.resumeCursor());
	}

	/**
	 * The error for a successful answer without the JSON object that is due.
	 */
	static TwilioConnectionException unreadable(ApiRequest request, byte[] body) {
		return connection(request,
				(body.length > 0) ? "the answer is not the JSON object that is due" : "the answer has no body", false,
				false);
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

	private static boolean isTooLarge(Throwable failure) {
		return failure instanceof DataBufferLimitException;
	}

	private static boolean isUnconnected(Throwable failure) {
		return failure instanceof ConnectException || failure instanceof UnknownHostException
				|| failure instanceof NoRouteToHostException || failure instanceof SSLHandshakeException
				|| failure instanceof HttpConnectTimeoutException || failure instanceof NotSslRecordException
				|| failure.getClass().getSimpleName().startsWith("PoolAcquire") || isUnsent(failure)
				|| Arrays.stream(failure.getSuppressed()).anyMatch(SSLHandshakeException.class::isInstance);
	}

	/**
	 * Whether a connection that was had before turned out to be closed, in which case
	 * nothing is sent.
	 */
	private static boolean isUnsent(Throwable failure) {
		return failure instanceof AbortedException
				&& Objects.equals(AbortedException.beforeSend().getMessage(), failure.getMessage());
	}

	private static boolean isLost(Throwable failure) {
		return failure instanceof IOException || failure instanceof AbortedException
				|| failure instanceof PrematureChannelClosureException;
	}

	private static boolean isTimeout(Throwable failure) {
		return failure instanceof TimeoutException || failure instanceof ReadTimeoutException
				|| failure instanceof HttpTimeoutException;
	}

	private static @Nullable Throwable find(Throwable failure, Predicate<Throwable> test) {
		Throwable current = failure;
		while (current != null && !test.test(current)) {
			current = current.getCause();
		}
		return current;
	}

	static Throwable root(Throwable failure) {
		Throwable cause = failure.getCause();
		return (cause != null) ? root(cause) : failure;
	}

}
