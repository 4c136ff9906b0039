package dev.conversations.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Sends one request and answers with its body or with one of this client's errors.
 */
final class TwilioHttp {

	/**
	 * Where Spring's observation looks for the template of a URI.
	 */
	private static final String URI_TEMPLATE_ATTRIBUTE = WebClient.class.getName() + ".uriTemplate";

	private static final String WEBHOOK_ENABLED_HEADER = "X-Twilio-Webhook-Enabled";

	private static final String REQUEST_ID_HEADER = "Twilio-Request-Id";

	private static final byte[] EMPTY = {};

	private final WebClient webClient;

	private final Supplier<TwilioCredentials> credentials;

	private final Duration responseTimeout;

	TwilioHttp(WebClient webClient, ParticipantClientSettings settings) {
		this.webClient = webClient;
		this.credentials = settings.credentials();
		this.responseTimeout = settings.responseTimeout();
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
	 * Sends a request.
	 * @return the body of a successful answer, possibly empty
	 */
	Mono<byte[]> exchange(ApiRequest request) {
		return Mono.defer(() -> send(request))
			.timeout(this.responseTimeout)
			.onErrorMap((failure) -> Failures.of(request, failure))
			.map((response) -> {
				if (!response.isSuccessful()) {
					throw Failures.of(request, response);
				}
				return response.body();
			});
	}

	private Mono<ApiResponse> send(ApiRequest request) {
		WebClient.RequestBodySpec spec = this.webClient.method(request.method())
			.uri(request.uri())
			.attribute(URI_TEMPLATE_ATTRIBUTE, request.path().template())
			.headers((headers) -> addHeaders(headers, request));
		FormParameters form = request.form();
		WebClient.RequestHeadersSpec<?> ready = (form != null) ? spec.body(BodyInserters.fromFormData(toFormData(form)))
				: spec;
		return ready.exchangeToMono(this::read);
	}

	private void addHeaders(HttpHeaders headers, ApiRequest request) {
		TwilioCredentials credentials = this.credentials.get();
		headers.setBasicAuth(credentials.username(), credentials.password(), StandardCharsets.UTF_8);
		headers.setAccept(List.of(MediaType.APPLICATION_JSON));
		Boolean webhookEnabled = request.webhookEnabled();
		if (webhookEnabled != null) {
			headers.set(WEBHOOK_ENABLED_HEADER, webhookEnabled.toString());
		}
	}

	private Mono<ApiResponse> read(ClientResponse response) {
		int status = response.statusCode().value();
		Mono<byte[]> body = response.bodyToMono(byte[].class).defaultIfEmpty(EMPTY);
		if (!response.statusCode().is2xxSuccessful()) {
			body = body.onErrorReturn(EMPTY);
		}
		HttpHeaders headers = response.headers().asHttpHeaders();
		return body.map((bytes) -> new ApiResponse(status, headers.getFirst(REQUEST_ID_HEADER),
				headers.getFirst(HttpHeaders.RETRY_AFTER), bytes));
	}

	private static MultiValueMap<String, String> toFormData(FormParameters form) {
		MultiValueMap<String, String> formData = new LinkedMultiValueMap<>();
		formData.setAll(form.values());
		return formData;
	}

}
