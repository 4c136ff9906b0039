package dev.conversations.client;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Source of the credentials of each request. They may be fixed, or change from one
 * request to the next, in which case they may take a while to be had.
 */
final class CredentialsSource {

	private final @Nullable TwilioCredentials fixed;

	private final Mono<? extends TwilioCredentials> changing;

	private volatile @Nullable String owner;

	private CredentialsSource(@Nullable TwilioCredentials fixed, Mono<? extends TwilioCredentials> changing,
			@Nullable String owner) {
		this.fixed = fixed;
		this.changing = changing;
		this.owner = owner;
	}

	static CredentialsSource of(TwilioCredentials credentials) {
		return new CredentialsSource(credentials, Mono.just(credentials), credentials.owner());
	}

	static CredentialsSource of(@Nullable String accountSid, Mono<? extends TwilioCredentials> credentials) {
		return new CredentialsSource(null, credentials.onErrorMap(CredentialsException::new)
			.switchIfEmpty(Mono.error(() -> new CredentialsException(null))), accountSid);
	}

	/**
	 * Asks for credentials and goes on with them. Their lack is a
	 * {@link CredentialsException}.
	 */
	<T> Mono<T> use(Function<TwilioCredentials, Mono<T>> next) {
		TwilioCredentials credentials = this.fixed;
		return (credentials != null) ? next.apply(credentials)
				: this.changing.flatMap((current) -> next.apply(remember(current)));
	}

	private TwilioCredentials remember(TwilioCredentials credentials) {
		this.owner = credentials.owner();
		return credentials;
	}

	/**
	 * Completes when the owner is known, or with a {@link CredentialsException}.
	 */
	Mono<Void> identify() {
		return this.changing.doOnNext(this::remember).then();
	}

	boolean isIdentified() {
		return this.owner != null;
	}

	/**
	 * Returns the owner of the credentials, with which page cursors are keyed.
	 * @throws IllegalStateException if no credentials were had so far
	 */
	String owner() {
		String known = this.owner;
		if (known == null) {
			throw new IllegalStateException("The owner of the credentials is not known yet");
		}
		return known;
	}

}
