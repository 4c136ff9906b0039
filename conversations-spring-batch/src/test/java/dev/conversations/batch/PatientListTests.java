package dev.conversations.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.conversations.client.NotFoundException;
import dev.conversations.client.Page;
import dev.conversations.client.PageCursor;
import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantConversation;
import dev.conversations.client.RateLimitedException;
import dev.conversations.test.TwilioErrors;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PatientList}.
 */
class PatientListTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final PageCursor SECOND = TwilioErrors.cursor();

	private static final Page<ParticipantConversation> FIRST_PAGE = new Page<>(List.of(), SECOND, SECOND);

	private static final Page<ParticipantConversation> LAST_PAGE = new Page<>(List.of(), SECOND, null);

	private final List<Paging> asked = new ArrayList<>();

	private final Paging paging = Paging.defaults().withPageSize(20);

	@Test
	void pagesWhenRateLimitedGoesOnWithThePageThatIsDue() {
		Flux<Page<ParticipantConversation>> first = Flux.just(FIRST_PAGE)
			.concatWith(Flux.error(TwilioErrors.rateLimited()));
		StepVerifier.withVirtualTime(() -> pages(MINUTE, List.of(first, limited(), limited(), Flux.just(LAST_PAGE))))
			.expectNext(FIRST_PAGE)
			.thenAwait(MINUTE)
			.expectNext(LAST_PAGE)
			.expectComplete()
			.verify(LIMIT);
		Paging second = this.paging.startingAt(SECOND);
		assertThat(this.asked).containsExactly(this.paging, second, second, second);
	}

	@Test
	void pagesWhenOutageIsShortGoesOn() {
		StepVerifier
			.withVirtualTime(() -> pages(MINUTE,
					List.of(Flux.error(TwilioErrors.connection(HttpMethod.GET)),
							Flux.error(TwilioErrors.api(HttpMethod.GET, 503, null)), Flux.just(LAST_PAGE))))
			.thenAwait(MINUTE)
			.expectNext(LAST_PAGE)
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void pagesWhenRateLimitLastsGivesUpInTime() {
		StepVerifier.withVirtualTime(() -> pages(MINUTE, List.of(limited())))
			.expectSubscription()
			.thenAwait(MINUTE)
			.expectError(RateLimitedException.class)
			.verify(LIMIT);
		assertThat(this.asked).hasSizeBetween(7, 14);
	}

	@Test
	void pagesWhenPageComesBeginsTheTimeAnew() {
		Duration wait = Duration.ofSeconds(50);
		Flux<Page<ParticipantConversation>> late = Flux.defer(() -> Flux.just(FIRST_PAGE).delaySequence(wait))
			.concatWith(Flux.error(TwilioErrors.rateLimited(wait, SECOND)));
		StepVerifier.withVirtualTime(() -> pages(MINUTE, List.of(late, late, Flux.just(LAST_PAGE))))
			.thenAwait(wait.multipliedBy(4))
			.expectNext(FIRST_PAGE, FIRST_PAGE, LAST_PAGE)
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void pagesWhenAskedToWaitTooLongGivesUpAtOnce() {
		StepVerifier
			.withVirtualTime(
					() -> pages(MINUTE, List.of(Flux.error(TwilioErrors.rateLimited(MINUTE.plusSeconds(1), SECOND)))))
			.expectError(RateLimitedException.class)
			.verify(LIMIT);
		assertThat(this.asked).hasSize(1);
	}

	@Test
	void pagesWhenErrorIsFinalGivesUpAtOnce() {
		StepVerifier.withVirtualTime(() -> pages(MINUTE, List.of(Flux.error(TwilioErrors.notFound()))))
			.expectError(NotFoundException.class)
			.verify(LIMIT);
		assertThat(this.asked).hasSize(1);
	}

	@Test
	void pagesWhenThereIsNoPatienceGivesUpAtOnce() {
		StepVerifier.withVirtualTime(() -> pages(Duration.ZERO, List.of(limited())))
			.expectError(RateLimitedException.class)
			.verify(LIMIT);
		assertThat(this.asked).hasSize(1);
	}

	private static Flux<Page<ParticipantConversation>> limited() {
		return Flux.error(TwilioErrors.rateLimited());
	}

	/**
	 * Reads a list whose requests are answered one after the other; the last answer
	 * stays.
	 */
	private Flux<Page<ParticipantConversation>> pages(Duration timeout,
			List<Flux<Page<ParticipantConversation>>> answers) {
		return new PatientList((due) -> {
			this.asked.add(due);
			return answers.get(Math.min(this.asked.size(), answers.size()) - 1);
		}, this.paging, timeout).pages();
	}

}
