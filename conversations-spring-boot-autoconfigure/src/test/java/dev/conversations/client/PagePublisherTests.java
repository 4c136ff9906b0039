package dev.conversations.client;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;

/**
 * Pages pass the verification of the Reactive Streams specification. What it says of a
 * publisher that fails at once is skipped, since an error waits for demand.
 */
class PagePublisherTests extends PublisherVerification<Page<Integer>> {

	/**
	 * Enough, since what asks for more reads but a few.
	 */
	private static final int MAX_PAGES = 1000;

	PagePublisherTests() {
		super(new TestEnvironment(500, 50));
	}

	@Override
	public Publisher<Page<Integer>> createPublisher(long count) {
		return ScriptedPages.many((int) Math.min(count, MAX_PAGES), 3).pages();
	}

	@Override
	public @Nullable Publisher<Page<Integer>> createFailedPublisher() {
		return null;
	}

}
