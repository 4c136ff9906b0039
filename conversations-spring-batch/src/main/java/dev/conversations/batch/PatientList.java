package dev.conversations.batch;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import dev.conversations.client.Page;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.RateLimitedException;
import dev.conversations.client.TwilioException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * List of a participant that goes on with the page that is due after an error that may
 * pass, such as a rate limit or an outage. It gives up once no page has come for too
 * long.
 */
final class PatientList {

	private static final long MIN_DELAY = 1000;

	private static final long MAX_DELAY = 10_000;

	private final Function<Paging, Flux<Page<ParticipantConversation>>> list;

	private final Duration timeout;

	private Paging due;

	private @Nullable Long failingSince;

	/**
	 * Creates a list for one subscription.
	 * @param list reads the pages
	 * @param start where they begin
	 * @param timeout how long it is tried to go on
	 */
	PatientList(Function<Paging, Flux<Page<ParticipantConversation>>> list, Paging start, Duration timeout) {
		this.list = list;
		this.due = start;
		this.timeout = timeout;
	}

	Flux<Page<ParticipantConversation>> pages() {
		return Flux.defer(() -> this.list.apply(this.due))
			.doOnNext(this::received)
			.retryWhen(Retry.from((failures) -> failures.concatMap(this::delay)));
	}

	private void received(Page<ParticipantConversation> page) {
		this.failingSince = null;
		if (page.next() != null) {
			this.due = this.due.startingAt(page.next());
		}
	}

	private Mono<Long> delay(Retry.RetrySignal signal) {
		Throwable failure = signal.failure();
		if (!(failure instanceof TwilioException cause) || !cause.isRetryable()) {
			return Mono.error(failure);
		}
		long now = Schedulers.parallel().now(TimeUnit.MILLISECONDS);
		long since = (this.failingSince != null) ? this.failingSince : now;
		this.failingSince = since;
		long delay = Math.max(backoff(signal.totalRetriesInARow()), asked(cause));
		boolean patient = now - since + delay <= this.timeout.toMillis();
		return patient ? Mono.delay(Duration.ofMillis(delay)) : Mono.error(failure);
	}

	/**
	 * Returns a time between half a bound and the whole, which doubles with each error
	 * without a page in between.
	 */
	private static long backoff(long retries) {
		long bound = Math.min(MIN_DELAY << Math.min(retries, 10), MAX_DELAY);
		return ThreadLocalRandom.current().nextLong(bound / 2, bound + 1);
	}

	private static long asked(TwilioException failure) {
		Duration asked = (failure instanceof RateLimitedException limited) ? limited.retryAfter() : null;
		return (asked != null) ? asked.toMillis() : 0;
	}

}
