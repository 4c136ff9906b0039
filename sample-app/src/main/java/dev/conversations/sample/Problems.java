package dev.conversations.sample;

import java.net.URI;
import java.util.UUID;

import dev.conversations.client.ConflictException;
import dev.conversations.client.PageCursor;
import dev.conversations.client.RateLimitedException;
import dev.conversations.client.TwilioApiException;
import dev.conversations.client.TwilioException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Describes failures as problem details (RFC 9457).
 */
final class Problems {

	private Problems() {
	}

	static ProblemDetail of(Throwable failure) {
		if (failure instanceof TwilioException twilio) {
			return of(twilio);
		}
		return of((failure instanceof IllegalArgumentException) ? HttpStatus.BAD_REQUEST
				: HttpStatus.INTERNAL_SERVER_ERROR, null);
	}

	static ProblemDetail of(HttpStatus status, @Nullable String detail) {
		return identify(ProblemDetail.forStatusAndDetail(status, detail));
	}

	/**
	 * Names the occurrence. By default that is the path, in which an identity may stand.
	 */
	static ProblemDetail identify(ProblemDetail problem) {
		problem.setInstance(URI.create("urn:uuid:" + UUID.randomUUID()));
		return problem;
	}

	private static ProblemDetail of(TwilioException failure) {
		ProblemDetail problem = of(status(failure), failure.getMessage());
		Remedy remedy = Remedy.of(failure);
		problem.setTitle(remedy.title());
		problem.setProperty("remedy", remedy.advice());
		problem.setProperty("retryable", failure.isRetryable());
		PageCursor cursor = failure.resumeCursor();
		set(problem, "cursor", (cursor != null) ? cursor.value() : null);
		if (failure instanceof TwilioApiException answer) {
			describe(problem, answer);
		}
		return problem;
	}

	private static void describe(ProblemDetail problem, TwilioApiException answer) {
		URI moreInfo = answer.moreInfo();
		if (moreInfo != null) {
			problem.setType(moreInfo);
		}
		set(problem, "code", answer.code());
		set(problem, "requestId", answer.requestId());
		if (answer instanceof ConflictException conflict) {
			set(problem, "conversationSid", conflict.conversationSid());
		}
		if (answer instanceof RateLimitedException limited && limited.retryAfter() != null) {
			problem.setProperty("retryAfter", limited.retryAfter().toSeconds());
		}
	}

	private static void set(ProblemDetail problem, String name, @Nullable Object value) {
		if (value != null) {
			problem.setProperty(name, value);
		}
	}

	/**
	 * Passes on what the caller can mend. All else is the business of this application,
	 * its credentials included.
	 */
	private static HttpStatus status(TwilioException failure) {
		int status = (failure instanceof TwilioApiException answer) ? answer.status() : 0;
		return switch (status) {
			case 400, 404, 409, 429 -> HttpStatus.valueOf(status);
			default -> HttpStatus.BAD_GATEWAY;
		};
	}

}
