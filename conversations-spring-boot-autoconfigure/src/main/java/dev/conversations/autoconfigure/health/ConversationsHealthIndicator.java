package dev.conversations.autoconfigure.health;

import java.time.Duration;

import dev.conversations.client.NotFoundException;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import dev.conversations.client.ParticipantIdentifier;
import dev.conversations.client.RateLimitedException;
import dev.conversations.client.TwilioApiException;
import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;

/**
 * Tells whether Twilio can be reached with a client and accepts its credentials. It lists
 * the conversations of an identity that nobody has: a read, which Twilio does not limit,
 * with an empty answer.
 */
class ConversationsHealthIndicator implements ReactiveHealthIndicator {

	static final String IDENTITY = "conversations-spring-boot-health";

	private final Mono<Health> health;

	ConversationsHealthIndicator(ParticipantClient client, Duration timeToLive) {
		Mono<Health> check = Mono.defer(() -> check(client));
		this.health = timeToLive.isZero() ? check : check.cache(timeToLive);
	}

	@Override
	public Mono<Health> health() {
		return this.health;
	}

	private static Mono<Health> check(ParticipantClient client) {
		return client
			.listConversations(ParticipantIdentifier.identity(IDENTITY),
					Paging.defaults().withLimit(1).withReadAhead(false))
			.then(Mono.fromSupplier(() -> Health.up().build()))
			.onErrorResume((failure) -> Mono.just(health(failure)));
	}

	/**
	 * Only Twilio's numbers and the type of the failure are shown. An instance that asks
	 * too much is not down, as taking it out would put its load on the others.
	 */
	private static Health health(Throwable failure) {
		boolean answered = failure instanceof NotFoundException || failure instanceof RateLimitedException;
		Health.Builder health = answered ? Health.up() : Health.down();
		health.withDetail("error", failure.getClass().getSimpleName());
		if (failure instanceof TwilioApiException answer) {
			health.withDetail("status", answer.status());
			if (answer.code() != null) {
				health.withDetail("code", answer.code());
			}
		}
		return health.build();
	}

}
