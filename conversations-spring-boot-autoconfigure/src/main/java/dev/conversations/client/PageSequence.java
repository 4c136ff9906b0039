package dev.conversations.client;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The pages of one subscription, one after the other: where the next one is, what is
 * delivered of it, and how the list ends. Not thread-safe.
 *
 * @param <T> the type of the records
 * @param <R> the type of what is delivered
 */
final class PageSequence<T, R> {

	private final PageSource<T> source;

	private final PageShape<T, R> shape;

	private final int maxEmptyPages;

	private final CycleGuard cycleGuard;

	private URI link;

	private boolean hasNext = true;

	private int skip;

	private long remaining;

	private int emptyPages;

	private @Nullable Throwable failure;

	PageSequence(PageSource<T> source, PagePlan plan, PageShape<T, R> shape) {
		this.source = source;
		this.shape = shape;
		this.maxEmptyPages = plan.maxEmptyPages();
		this.cycleGuard = new CycleGuard(plan.first());
		this.link = plan.first();
		this.skip = plan.skip();
		this.remaining = plan.limit();
	}

	/**
	 * Whether there is a page to be fetched.
	 */
	boolean hasNext() {
		return this.hasNext;
	}

	/**
	 * What ends the list behind the last page, if it is an error.
	 */
	@Nullable Throwable failure() {
		return this.failure;
	}

	/**
	 * Returns where the next page is, which is then to be fetched. Its outcome is to be
	 * told by {@link #accept} or {@link #fail}.
	 */
	URI turn() {
		this.hasNext = false;
		return this.link;
	}

	/**
	 * Fetches a page.
	 * @param foresight is told where the page behind it will be, if that is known before
	 * the page is read
	 */
	Mono<FetchedPage<T>> fetch(URI link, Consumer<URI> foresight) {
		return this.source.fetch(link, link.equals(this.link) ? this.skip : 0, foresight);
	}

	/**
	 * Returns whether the list is sure to go on with a page behind the one under way,
	 * whatever that holds, as long as it can be read.
	 */
	boolean isFollowedBy(URI next) {
		return this.remaining > Integer.MAX_VALUE && this.emptyPages < this.maxEmptyPages
				&& !this.cycleGuard.isKnown(this.link, next);
	}

	/**
	 * Takes the page that was fetched. A page whose cursor cannot be made, as credentials
	 * may be missing, is a failure.
	 * @return what is delivered of it, or {@code null} if it is a failure
	 */
	@Nullable List<R> accept(FetchedPage<T> page) {
		try {
			return deliverable(page);
		}
		catch (RuntimeException ex) {
			fail(ex);
			return null;
		}
	}

	private List<R> deliverable(FetchedPage<T> page) {
		URI link = this.link;
		List<T> records = page.records();
		int from = Math.min(this.skip, records.size());
		int to = from + (int) Math.min(records.size() - from, this.remaining);
		this.skip = 0;
		this.remaining = this.remaining - (to - from);
		if (this.remaining > 0) {
			advance(page);
		}
		return this.shape.apply(records.subList(from, to), () -> this.source.cursor(link, from),
				() -> behind(page, link, to));
	}

	/**
	 * Takes the failure to fetch the page, or to read it, which is the end.
	 */
	void fail(Throwable failure) {
		this.hasNext = false;
		this.failure = failure;
	}

	private void advance(FetchedPage<T> page) {
		URI next = page.next();
		this.emptyPages = page.records().isEmpty() ? this.emptyPages + 1 : 0;
		if (page.linkError() != null) {
			fail(violation(page.linkError(), this.link, page.records().size()));
		}
		else if (next != null && this.cycleGuard.isCycle(this.link, next)) {
			fail(violation("the pages form a cycle", this.link, page.records().size()));
		}
		else if (next != null && this.emptyPages > this.maxEmptyPages) {
			fail(violation("more than " + this.maxEmptyPages + " pages in a row are empty", next, 0));
		}
		else if (next != null) {
			this.link = next;
			this.hasNext = true;
		}
	}

	private PagingException violation(String reason, URI link, int position) {
		return this.source.violation(reason, this.source.cursor(link, position));
	}

	/**
	 * Where the list goes on behind a record. Behind the last one that is the next page,
	 * unless its link cannot be followed.
	 */
	private @Nullable PageCursor behind(FetchedPage<T> page, URI link, int position) {
		URI next = page.next();
		if (position < page.records().size() || page.linkError() != null) {
			return this.source.cursor(link, position);
		}
		return (next != null) ? this.source.cursor(next, 0) : null;
	}

}
