package dev.conversations.sample;

import java.net.URI;
import java.util.UUID;

import dev.conversations.client.RateLimitedException;
import dev.conversations.client.TwilioApiException;
import dev.conversations.client.TwilioException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
 * Turns errors into problem details (RFC 9457).
 */
@RestControllerAdvice
class ErrorHandler extends ResponseEntityExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(ErrorHandler.class);

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(TwilioApiException ex) {
		boolean passedOn = switch (ex.status()) {
			case 400, 404, 409, 429 -> true;
			default -> false;
		};
		ProblemDetail problem = ProblemDetail
			.forStatusAndDetail(passedOn ? HttpStatus.valueOf(ex.status()) : HttpStatus.BAD_GATEWAY, ex.getMessage());
		if (ex.code() != null) {
			problem.setProperty("code", ex.code());
		}
		if (ex.moreInfo() != null) {
			problem.setType(ex.moreInfo());
		}
		HttpHeaders headers = new HttpHeaders();
		if (ex instanceof RateLimitedException limited && limited.retryAfter() != null) {
			headers.set(HttpHeaders.RETRY_AFTER, Long.toString(limited.retryAfter().toSeconds()));
		}
		return answer(problem, headers);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(TwilioException ex) {
		return answer(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, ex.getMessage()), new HttpHeaders());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(IllegalArgumentException ex) {
		return answer(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, ex.getMessage()), new HttpHeaders());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(RuntimeException ex) {
		logger.error("A request failed", ex);
		return answer(ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR), new HttpHeaders());
	}

	@Override
	protected Mono<ResponseEntity<Object>> handleExceptionInternal(Exception ex, @Nullable Object body,
			@Nullable HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
		if (ex instanceof ErrorResponse response) {
			identify(response.getBody());
		}
		return super.handleExceptionInternal(ex, body, headers, status, exchange);
	}

	/**
	 * Names the occurrence. By default that is the path, in which an identity may stand.
	 */
	private static void identify(ProblemDetail problem) {
		problem.setInstance(URI.create("urn:uuid:" + UUID.randomUUID()));
	}

	private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, HttpHeaders headers) {
		identify(problem);
		return ResponseEntity.status(problem.getStatus())
			.headers(headers)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem);
	}

}
