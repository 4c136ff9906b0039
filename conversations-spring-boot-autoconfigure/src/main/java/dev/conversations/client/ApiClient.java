package dev.conversations.client;

import java.net.URI;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Sends the requests of one account in one scope, and is what the clients of all
 * resources stand on.
 * <p>
 * Each operation ends at a border, beyond which nothing that its subscriber does changes
 * what happens here: errors are not swallowed by {@code onErrorContinue}, and the
 * subscriber runs on a thread that may block, never on the event loop of a connection.
 *
 * @param http sends requests
 * @param credentials the credentials of the account
 * @param scope the choices of the view
 */
record ApiClient(TwilioHttp http, CredentialsSource credentials, Scope scope) {

	ApiClient inService(String chatServiceSid) {
		return new ApiClient(this.http, this.credentials, this.scope.inService(chatServiceSid));
	}

	ApiClient withWebhookEnabled(boolean enabled) {
		return new ApiClient(this.http, this.credentials, this.scope.withWebhookEnabled(enabled));
	}

	ApiClient forAccount(TwilioCredentials credentials) {
		return new ApiClient(this.http, CredentialsSource.of(credentials), this.scope.outsideOfServices());
	}

	ResourcePath root() {
		return this.scope.root();
	}

	<T> Mono<T> get(ResourcePath path, Class<T> type) {
		return exchange(ApiRequest.get(baseUrl(), path), type);
	}

	<T> Mono<T> post(ResourcePath path, FormParameters form, @Nullable ResourcePath pacedBy, Class<T> type) {
		return exchange(ApiRequest.post(baseUrl(), path, form, write(pacedBy)), type);
	}

	/**
	 * Deletes a resource, for which any successful answer is good.
	 */
	Mono<Void> delete(ResourcePath path, @Nullable ResourcePath pacedBy) {
		return exchange(ApiRequest.delete(baseUrl(), path, write(pacedBy)), DataBuffer::readableByteCount).then();
	}

	private <T> Mono<T> exchange(ApiRequest request, Class<T> type) {
		return exchange(request, (body) -> {
			boolean empty = body.readableByteCount() == 0;
			T value = empty ? null : Json.read(body.asInputStream(), type);
			if (value == null) {
				throw Failures.unreadable(request, empty);
			}
			return value;
		});
	}

	<T> Mono<T> exchange(ApiRequest request, Function<DataBuffer, T> reader) {
		return this.http.exchange(this.credentials, request, reader);
	}

	/**
	 * Completes when it is known whose account this is.
	 * @param request what the credentials are for
	 */
	Mono<Void> identify(ApiRequest request) {
		return retry(this.credentials.identify().onErrorMap((failure) -> Failures.of(request, failure)),
				TwilioException::isRetryable);
	}

	<T> Mono<T> retry(Mono<T> attempt, Predicate<TwilioException> retryable) {
		return this.http.retries().retry(attempt, retryable);
	}

	/**
	 * Waits before something is asked for again.
	 * @param times how often it was asked for in vain, 1 or more
	 */
	Mono<Long> pause(int times) {
		return this.http.retries().pause(times, null);
	}

	URI baseUrl() {
		return this.http.settings().baseUrl();
	}

	private ApiRequest.Write write(@Nullable ResourcePath pacedBy) {
		return new ApiRequest.Write(this.scope.webhookEnabled(), pacedBy);
	}

	/**
	 * Returns an operation as its subscriber sees it.
	 */
	<T> Mono<T> operation(Operation operation, Mono<T> mono) {
		return this.http.observer().observe(operation, mono.publishOn(Schedulers.boundedElastic())).onErrorStop();
	}

	/**
	 * Returns the operation of a list as its subscriber sees it.
	 */
	<T> Flux<T> operation(Operation operation, Flux<T> flux) {
		return this.http.observer().observe(operation, flux).onErrorStop();
	}

}
