package dev.conversations.client;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;

import reactor.core.publisher.Mono;

/**
 * Finds the {@code Authorization} header of a request. A request whose access token is
 * refused is sent once more with a new one.
 */
final class Authorization {

	private static final int UNAUTHORIZED = 401;

	private final AccessTokens.Issuer issuer;

	private final Duration responseTimeout;

	Authorization(AccessTokens.Issuer issuer, Duration responseTimeout) {
		this.issuer = issuer;
		this.responseTimeout = responseTimeout;
	}

	/**
	 * Sends a request with a header.
	 * @param send sends the request with a header, in the time that is left
	 */
	<T> Mono<T> authorize(TwilioCredentials credentials, Account account,
			BiFunction<String, TimeBudget, Mono<T>> send) {
		if (credentials instanceof BasicCredentials basic) {
			return send.apply(basic.header(), new TimeBudget(this.responseTimeout));
		}
		AccessTokens tokens = account.tokens((OAuthCredentials) credentials, this.issuer);
		return Mono.defer(() -> sendWithToken(tokens, new TimeBudget(this.responseTimeout), send));
	}

	/**
	 * Sends a request with a token. The first wait for one has no limit of its own, since
	 * issuing takes no longer than the response time-out.
	 */
	private static <T> Mono<T> sendWithToken(AccessTokens tokens, TimeBudget budget,
			BiFunction<String, TimeBudget, Mono<T>> send) {
		return use(budget, tokens.get()).flatMap(
				(token) -> send.apply(token.header(), budget).onErrorResume(Authorization::isRefused, (refused) -> {
					budget.stop();
					return renew(tokens, token, budget).flatMap((renewed) -> send.apply(renewed.header(), budget));
				}));
	}

	private static boolean isRefused(Throwable failure) {
		return failure instanceof AuthenticationFailedException answer && answer.status() == UNAUTHORIZED;
	}

	private static Mono<AccessToken> renew(AccessTokens tokens, AccessToken refused, TimeBudget budget) {
		Mono<AccessToken> renewed = tokens.getInsteadOf(refused).timeout(Duration.ofNanos(budget.left()));
		return use(budget, renewed).onErrorMap(TimeoutException.class, TokenException::unreachable);
	}

	private static Mono<AccessToken> use(TimeBudget budget, Mono<AccessToken> token) {
		return token.doOnSubscribe((subscription) -> budget.start()).doOnTerminate(budget::stop);
	}

}
