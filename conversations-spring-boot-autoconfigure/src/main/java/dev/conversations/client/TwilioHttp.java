package dev.conversations.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Sends one request and answers with its body or with one of this client's errors.
 */
final class TwilioHttp {

	private static final String WEBHOOK_ENABLED_HEADER = "X-Twilio-Webhook-Enabled";

	private final WebClient webClient;

	private final URI baseUrl;

	private final OperationObserver observer;

	private final Authorization authorization;

	private final Duration responseTimeout;

	private final RetrySettings retry;

	private final Backoff backoff;

	private final RequestGate gate;

	private final @Nullable WritePace pace;

	private final CloseSignal closed = new CloseSignal();

	TwilioHttp(WebClient webClient, ParticipantClientSettings settings, OperationObserver observer) {
		this.webClient = webClient;
		this.baseUrl = settings.baseUrl();
		this.observer = observer;
		this.authorization = new Authorization(webClient, settings);
		this.responseTimeout = settings.responseTimeout();
		this.retry = settings.retry();
		this.backoff = new Backoff(this.retry.minBackoff(), this.retry.maxBackoff(),
				() -> ThreadLocalRandom.current().nextDouble());
		this.gate = new RequestGate(settings.maxConcurrentRequests(), this.backoff, this.retry.maxRetryAfter());
		Integer writesPerSecond = settings.writesPerSecond();
		this.pace = (writesPerSecond != null) ? new WritePace(writesPerSecond) : null;
	}

	/**
	 * Sends a request whose answer is a JSON object.
	 */
	<T> Mono<T> exchange(ApiRequest request, Class<T> type) {
		return exchange(request).map((body) -> {
			T value = (body.length > 0) ? Json.read(body, type) : null;
			if (value == null) {
				throw Failures.unreadable(request, body);
			}
			return value;
		});
	}

	/**
	 * Sends a request, more than once where that cannot carry it out twice.
	 * @return the body of a successful answer, possibly empty
	 */
	Mono<byte[]> exchange(ApiRequest request) {
		return retry(attempt(request), TwilioException::isRetryable);
	}

	/**
	 * Subscribes again to what failed.
	 */
	<T> Mono<T> retry(Mono<T> attempt, Predicate<TwilioException> retryable) {
		return Mono.deferContextual((context) -> attempt.retryWhen(new RetryPolicy(this.retry, this.backoff,
				this.closed.asMono(), retryable, this.observer.retries(context))));
	}

	/**
	 * One attempt, of which little is there as long as it waits.
	 */
	private Mono<byte[]> attempt(ApiRequest request) {
		Mono<byte[]> admitted = this.gate.admit(Mono.defer(() -> underWay(request)), () -> Failures.closed(request));
		WritePace pace = this.pace;
		return (pace != null && !request.isRead())
				? pace.await(request.path().conversation()).takeUntilOther(this.closed.asMono()).then(admitted)
				: admitted;
	}

	private Mono<byte[]> underWay(ApiRequest request) {
		return this.authorization.exchange((authorization) -> send(request, authorization))
			.takeUntilOther(this.closed.asMono())
			.switchIfEmpty(Mono.error(() -> Failures.closed(request)))
			.onErrorMap((failure) -> Failures.of(request, failure))
			.map((response) -> {
				if (!response.isSuccessful()) {
					throw Failures.of(request, response);
				}
				return response.body();
			});
	}

	/**
	 * Ends all requests, those under way and those that wait, with an error.
	 */
	void close() {
		this.closed.close();
		this.gate.shutDown();
	}

	RequestGate gate() {
		return this.gate;
	}

	private Mono<ApiResponse> send(ApiRequest request, String authorization) {
		WebClient.RequestBodySpec spec = TemplateUri.set(this.webClient.method(request.method()), this.baseUrl, request)
			.headers((headers) -> addHeaders(headers, request, authorization));
		FormParameters form = request.form();
		WebClient.RequestHeadersSpec<?> ready = (form != null) ? spec.body(BodyInserters.fromFormData(toFormData(form)))
				: spec;
		return EventLoopCancellation.exchange(ready).timeout(this.responseTimeout);
	}

	private static void addHeaders(HttpHeaders headers, ApiRequest request, String authorization) {
		headers.set(HttpHeaders.AUTHORIZATION, authorization);
		headers.setAccept(List.of(MediaType.APPLICATION_JSON));
		Boolean webhookEnabled = request.webhookEnabled();
		if (webhookEnabled != null) {
			headers.set(WEBHOOK_ENABLED_HEADER, webhookEnabled.toString());
		}
	}

	private static MultiValueMap<String, String> toFormData(FormParameters form) {
		MultiValueMap<String, String> formData = new LinkedMultiValueMap<>();
		formData.setAll(form.values());
		return formData;
	}

}
