package dev.conversations.sample;

import dev.conversations.client.RateLimitedException;
import dev.conversations.client.TwilioException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ServerWebExchange;

/**
 * Answers with problem details (RFC 9457) where a request fails before anything of its
 * answer is sent. Later failures are the business of {@link BrokenStream}.
 */
@RestControllerAdvice
class ErrorHandler extends ResponseEntityExceptionHandler {

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(TwilioException ex) {
		ProblemDetail problem = Problems.of(ex);
		if (problem.getStatus() == HttpStatus.BAD_GATEWAY.value()) {
			FailureLog.log(ex);
		}
		HttpHeaders headers = new HttpHeaders();
		if (ex instanceof RateLimitedException limited && limited.retryAfter() != null) {
			headers.set(HttpHeaders.RETRY_AFTER, Long.toString(limited.retryAfter().toSeconds()));
		}
		return answer(problem, headers);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(IllegalArgumentException ex) {
		return answer(Problems.of(HttpStatus.BAD_REQUEST, ex.getMessage()), new HttpHeaders());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(Exception ex) {
		FailureLog.log(ex);
		return answer(Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, null), new HttpHeaders());
	}

	@Override
	protected Mono<ResponseEntity<Object>> handleExceptionInternal(Exception ex, @Nullable Object body,
			@Nullable HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
		if (ex instanceof ErrorResponse response) {
			Problems.identify(response.getBody());
		}
		return super.handleExceptionInternal(ex, body, headers, status, exchange);
	}

	private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, HttpHeaders headers) {
		return ResponseEntity.status(problem.getStatus())
			.headers(headers)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem);
	}

}
