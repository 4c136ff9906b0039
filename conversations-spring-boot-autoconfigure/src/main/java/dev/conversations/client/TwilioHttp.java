package dev.conversations.client;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Sends requests and answers with what they return, or with one of this client's errors.
 * <p>
 * Five policies surround a request, from the outside to the inside: it is tried again
 * where that does no harm; a write waits for its turn in the pace of its conversation; an
 * access token is had; the request waits for a permit of its account and for a
 * connection; and the response time-out bounds the exchange. A request in back-off or one
 * that waits for a token therefore holds no permit, and a wait for a permit uses up no
 * response time-out.
 */
final class TwilioHttp {

	private static final String WEBHOOK_ENABLED_HEADER = "X-Twilio-Webhook-Enabled";

	private final WebClient webClient;

	private final TransportSettings settings;

	private final OperationObserver observer;

	private final Authorization authorization;

	private final RetryPolicy retries;

	private final Accounts accounts;

	private final Connections connections;

	private final TemplateUri templateUri;

	private final CloseSignal closed = new CloseSignal();

	TwilioHttp(WebClient webClient, TransportSettings settings, OperationObserver observer) {
		this.webClient = webClient;
		this.settings = settings;
		this.observer = observer;
		LimitSettings limits = settings.limits();
		this.authorization = new Authorization(new TokenEndpoint(webClient, limits.responseTimeout()),
				limits.responseTimeout());
		Backoff backoff = new Backoff(settings.retry().minBackoff(), settings.retry().maxBackoff(),
				() -> ThreadLocalRandom.current().nextDouble());
		this.retries = new RetryPolicy(settings.retry(), backoff, observer, this.closed);
		this.accounts = new Accounts(() -> new Account(gate(limits.maxConcurrentRequests(), backoff), pace(limits)));
		this.connections = new Connections(gate(limits.maxConnections(), backoff), limits.responseTimeout());
		this.templateUri = new TemplateUri(settings.baseUrl());
	}

	private RequestGate gate(int permits, Backoff backoff) {
		return new RequestGate(this.settings.name(), permits, backoff, this.settings.retry().maxRetryAfter());
	}

	private static @Nullable WritePace pace(LimitSettings limits) {
		Integer writesPerSecond = limits.writesPerSecond();
		return (writesPerSecond != null) ? new WritePace(writesPerSecond) : null;
	}

	TransportSettings settings() {
		return this.settings;
	}

	OperationObserver observer() {
		return this.observer;
	}

	RetryPolicy retries() {
		return this.retries;
	}

	Accounts accounts() {
		return this.accounts;
	}

	Connections connections() {
		return this.connections;
	}

	/**
	 * Sends a request, more than once where that does no harm.
	 * @param reader reads the body of a successful answer, which may be empty
	 */
	<T> Mono<T> exchange(CredentialsSource credentials, ApiRequest request, Function<DataBuffer, T> reader) {
		Mono<T> attempt = Mono.defer(() -> credentials.use((current) -> attempt(current, request, reader)))
			.onErrorMap((failure) -> Failures.of(request, failure));
		return this.retries.retry(attempt, TwilioException::isRetryable);
	}

	private <T> Mono<T> attempt(TwilioCredentials credentials, ApiRequest request, Function<DataBuffer, T> reader) {
		Account account = this.accounts.get(credentials.owner());
		Mono<T> admitted = this.authorization.authorize(credentials, account, (header, budget) -> Attempt.of(request,
				account.gate(), this.connections, budget, (connection) -> send(request, header, reader, connection)));
		return paced(account.pace(), request, admitted);
	}

	private <T> Mono<T> paced(@Nullable WritePace pace, ApiRequest request, Mono<T> admitted) {
		ResourcePath pacedBy = request.pacedBy();
		return (pace != null && pacedBy != null)
				? pace.await(pacedBy.encoded()).takeUntilOther(this.closed.asMono()).then(admitted) : admitted;
	}

	private <T> Mono<UnreadAnswer<T>> send(ApiRequest request, String authorization, Function<DataBuffer, T> reader,
			UsedConnection connection) {
		WebClient.RequestBodySpec spec = this.templateUri.set(this.webClient.method(request.method()), request)
			.headers((headers) -> addHeaders(headers, request, authorization))
			.httpRequest(connection);
		FormParameters form = request.form();
		WebClient.RequestHeadersSpec<?> ready = (form != null)
				? spec.body(BodyInserters.fromFormData(form.toFormData())) : spec;
		return ready.exchangeToMono((response) -> receive(request, response, reader, connection))
			.doOnDiscard(UnreadAnswer.class, (discarded) -> discarded.release());
	}

	/**
	 * Receives an answer. An interim answer, which a connector took for the final one, is
	 * followed by another on the same connection.
	 */
	private <T> Mono<UnreadAnswer<T>> receive(ApiRequest request, ClientResponse response,
			Function<DataBuffer, T> reader, UsedConnection connection) {
		if (response.statusCode().is1xxInformational()) {
			connection.discard();
			return Mono.error(() -> Failures.interim(request, response.statusCode().value()));
		}
		return Answers.receive(response, this.settings.limits().maxInMemorySize(), reader,
				(answer) -> Failures.of(request, answer));
	}

	private static void addHeaders(HttpHeaders headers, ApiRequest request, String authorization) {
		headers.set(HttpHeaders.AUTHORIZATION, authorization);
		headers.setAccept(List.of(MediaType.APPLICATION_JSON));
		Boolean webhookEnabled = request.webhookEnabled();
		if (webhookEnabled != null) {
			headers.set(WEBHOOK_ENABLED_HEADER, webhookEnabled.toString());
		}
	}

	/**
	 * Ends all requests, those under way and those that wait, with an error.
	 */
	void close() {
		this.connections.close();
		this.accounts.shutDown();
		this.closed.close();
	}

}
