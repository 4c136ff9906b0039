package dev.conversations.client;

import java.time.Duration;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Endpoint that issues access tokens for client credentials.
 *
 * @see <a href="https://www.twilio.com/docs/iam/oauth-apps/oauth-access-token">OAuth
 * Token API</a>
 */
final class TokenEndpoint implements AccessTokens.Issuer {

	private static final int MAX_SIZE = 64 * 1024;

	private final WebClient webClient;

	private final Duration timeout;

	TokenEndpoint(WebClient webClient, Duration timeout) {
		this.webClient = webClient;
		this.timeout = timeout;
	}

	@Override
	public Mono<AccessToken> issue(OAuthCredentials credentials) {
		return Mono.defer(() -> {
			UsedConnection connection = new UsedConnection();
			return send(credentials, connection).cancelOn(Schedulers.fromExecutor(connection::cancel));
		})
			.timeout(this.timeout)
			.onErrorMap(
					(failure) -> (failure instanceof TokenException) ? failure : TokenException.unreachable(failure));
	}

	private Mono<AccessToken> send(OAuthCredentials credentials, UsedConnection connection) {
		return this.webClient.post()
			.uri(credentials.tokenUri())
			.attribute(TemplateUri.TEMPLATE_ATTRIBUTE, credentials.tokenUri().getPath())
			.accept(MediaType.APPLICATION_JSON)
			.body(BodyInserters.fromFormData("grant_type", "client_credentials")
				.with("client_id", credentials.clientId())
				.with("client_secret", credentials.clientSecret()))
			.httpRequest(connection)
			.exchangeToMono(
					(response) -> Answers.read(response, MAX_SIZE, TokenEndpoint::read, TokenException::refused));
	}

	private static AccessToken read(DataBuffer body) {
		AccessToken token = Json.read(body.asInputStream(), AccessToken.class);
		if (token == null) {
			throw TokenException.unusable();
		}
		return token;
	}

}
