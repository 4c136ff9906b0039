package dev.conversations.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Fetches an access token when one is first needed, and shares it until it is about to
 * expire, is refused, or belongs to credentials that are no longer in use. Requests that
 * need a token at once wait for the same answer; an error is not kept.
 *
 * @see <a href="https://www.twilio.com/docs/iam/oauth-apps/oauth-access-token">OAuth
 * Token API</a>
 */
final class AccessTokens {

	private final WebClient webClient;

	private final Supplier<TwilioCredentials> credentials;

	private final Duration timeout;

	private final Mono<AccessToken> current;

	private volatile @Nullable AccessToken refused;

	AccessTokens(WebClient webClient, Supplier<TwilioCredentials> credentials, Duration timeout) {
		this.webClient = webClient;
		this.credentials = credentials;
		this.timeout = timeout;
		this.current = Mono.defer(this::fetch).cacheInvalidateIf(this::isStale);
	}

	Mono<AccessToken> get() {
		return this.current;
	}

	/**
	 * A token other than one that was refused. Whoever asks after it was renewed gets the
	 * new one.
	 */
	Mono<AccessToken> getInsteadOf(AccessToken token) {
		return Mono.defer(() -> {
			this.refused = token;
			return this.current;
		});
	}

	private boolean isStale(AccessToken token) {
		return token.equals(this.refused) || token.renewAt() <= now()
				|| !token.credentials().equals(this.credentials.get());
	}

	private static long now() {
		return Schedulers.parallel().now(TimeUnit.MILLISECONDS);
	}

	private Mono<AccessToken> fetch() {
		if (!(this.credentials.get() instanceof OAuthCredentials oauth)) {
			return Mono.error(new IllegalStateException("The credentials have changed meanwhile"));
		}
		WebClient.RequestHeadersSpec<?> request = this.webClient.post()
			.uri(oauth.tokenUri())
			.attribute(TemplateUri.TEMPLATE_ATTRIBUTE, oauth.tokenUri().getPath())
			.accept(MediaType.APPLICATION_JSON)
			.body(BodyInserters.fromFormData("grant_type", "client_credentials")
				.with("client_id", oauth.clientId())
				.with("client_secret", oauth.clientSecret()));
		return EventLoopCancellation.exchange(request)
			.map((response) -> read(oauth, response))
			.timeout(this.timeout)
			.onErrorMap(
					(failure) -> (failure instanceof TokenException) ? failure : TokenException.unreachable(failure));
	}

	private static AccessToken read(OAuthCredentials credentials, ApiResponse response) {
		if (!response.isSuccessful()) {
			throw TokenException.refused(response);
		}
		AccessToken.Body body = Json.read(response.body(), AccessToken.Body.class);
		String token = (body != null) ? body.bearerToken() : null;
		if (body == null || token == null) {
			throw TokenException.unusable();
		}
		return AccessToken.issued(credentials, token, body.expiresIn(), now());
	}

}
