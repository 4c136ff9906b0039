package dev.conversations.client;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import reactor.core.scheduler.Schedulers;

/**
 * Elements pass the verification of the Reactive Streams specification, while their pages
 * arrive on other threads. What it says of a publisher that fails at once is skipped,
 * since an error waits for demand.
 */
class PageElementsPublisherTests extends PublisherVerification<Integer> {

	/**
	 * Enough, since what asks for more reads but a few.
	 */
	private static final int MAX_PAGES = 1000;

	private static final int PAGE_SIZE = 3;

	PageElementsPublisherTests() {
		super(new TestEnvironment(500, 50));
	}

	@Override
	public Publisher<Integer> createPublisher(long count) {
		ScriptedPages pages = ScriptedPages.many(MAX_PAGES, PAGE_SIZE)
			.delivered((page) -> page.subscribeOn(Schedulers.parallel()));
		return (count > 0) ? pages.limited(count).elements() : ScriptedPages.of(0).elements();
	}

	@Override
	public @Nullable Publisher<Integer> createFailedPublisher() {
		return null;
	}

}
