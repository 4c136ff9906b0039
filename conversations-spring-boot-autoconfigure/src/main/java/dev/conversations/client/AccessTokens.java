package dev.conversations.client;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Access tokens of client credentials. A token is fetched when it is first needed, and
 * shared until it is about to expire or is refused. Requests that need a token at the
 * same time wait for the same answer; an error is not kept.
 *
 * @see <a href="https://www.twilio.com/docs/iam/oauth-apps/oauth-access-token">OAuth
 * Token API</a>
 */
final class AccessTokens {

	private final OAuthCredentials credentials;

	private final Mono<AccessToken> current;

	private volatile @Nullable AccessToken refused;

	AccessTokens(OAuthCredentials credentials, Issuer issuer) {
		this.credentials = credentials;
		this.current = Mono.defer(() -> issuer.issue(credentials)).cacheInvalidateIf(this::isStale);
	}

	OAuthCredentials credentials() {
		return this.credentials;
	}

	Mono<AccessToken> get() {
		return this.current;
	}

	/**
	 * Returns a token other than one that was refused. Those who ask after it was renewed
	 * get the new one.
	 */
	Mono<AccessToken> getInsteadOf(AccessToken token) {
		return Mono.defer(() -> {
			this.refused = token;
			return this.current;
		});
	}

	private boolean isStale(AccessToken token) {
		return token.equals(this.refused) || token.renewAt() <= Schedulers.parallel().now(TimeUnit.MILLISECONDS);
	}

	/**
	 * Issues tokens.
	 */
	@FunctionalInterface
	interface Issuer {

		/**
		 * Issues a token.
		 * @return the token, or a {@link TokenException}
		 */
		Mono<AccessToken> issue(OAuthCredentials credentials);

	}

}
