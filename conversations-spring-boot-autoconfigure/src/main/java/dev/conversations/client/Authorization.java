package dev.conversations.client;

import java.util.function.Function;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Finds the {@code Authorization} header of each request. A request whose access token is
 * refused is sent once more with a new one.
 */
final class Authorization {

	private static final int UNAUTHORIZED = 401;

	private final Supplier<TwilioCredentials> credentials;

	private final AccessTokens tokens;

	Authorization(WebClient webClient, ParticipantClientSettings settings) {
		this.credentials = settings.credentials();
		this.tokens = new AccessTokens(webClient, settings.credentials(), settings.responseTimeout());
	}

	/**
	 * Exchanges a request for its answer.
	 * @param exchange sends the request with a header
	 */
	Mono<ApiResponse> exchange(Function<String, Mono<ApiResponse>> exchange) {
		return Mono.defer(() -> (this.credentials.get() instanceof BasicCredentials basic)
				? exchange.apply(basic.header()) : exchangeWithToken(exchange));
	}

	private Mono<ApiResponse> exchangeWithToken(Function<String, Mono<ApiResponse>> exchange) {
		return this.tokens.get()
			.flatMap((token) -> exchange.apply(token.header())
				.flatMap((response) -> (response.status() == UNAUTHORIZED)
						? this.tokens.getInsteadOf(token).flatMap((renewed) -> exchange.apply(renewed.header()))
						: Mono.just(response)));
	}

}
