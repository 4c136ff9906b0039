package dev.conversations.client;

import java.net.URI;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * Fetches of one subscription: the one that is due, and at times one of the page behind,
 * which was begun on a guess of its link before the page that is due was read. Not
 * thread-safe, but for {@link #cancel()} and {@link #arrive}.
 *
 * @param <T> the type of the records
 */
final class PageFetches<T> {

	private final CoreSubscriber<?> actual;

	private final PageSequence<T, ?> pages;

	private final Consumer<PageFetch<T>> arrival;

	private final BiConsumer<PageFetch<T>, URI> foresight;

	private volatile @Nullable PageFetch<T> due;

	private volatile @Nullable PageFetch<T> foreseen;

	private volatile @Nullable PageFetch<T> arrived;

	private boolean misled;

	/**
	 * Creates the fetches.
	 * @param actual the subscriber of the stream, whose context reaches the source
	 * @param arrival is told when the fetch that is due has ended
	 * @param foresight is told by a fetch where the page behind its own will be
	 */
	PageFetches(CoreSubscriber<?> actual, PageSequence<T, ?> pages, Consumer<PageFetch<T>> arrival,
			BiConsumer<PageFetch<T>, URI> foresight) {
		this.actual = actual;
		this.pages = pages;
		this.arrival = arrival;
		this.foresight = foresight;
	}

	boolean isUnderWay() {
		return this.due != null;
	}

	/**
	 * Fetches the next page, or makes the fetch that was begun on a guess the one that is
	 * due. If the guess was wrong, that fetch is cancelled and nothing is guessed again.
	 */
	void fetch() {
		PageFetch<T> begun = this.foreseen;
		this.foreseen = null;
		URI link = this.pages.turn();
		PageFetch<T> fetch = (begun != null && begun.link().equals(link)) ? begun : create(link);
		this.due = fetch;
		fetch.release();
		if (fetch != begun) {
			this.misled |= begun != null;
			cancel(begun);
			subscribe(fetch);
		}
	}

	/**
	 * Begins to fetch the page behind that of a fetch, unless this is not the one that is
	 * due, the list might end with its page, or a guess was wrong before.
	 */
	void foresee(PageFetch<T> fetch, URI next) {
		if (this.due != fetch || this.misled || !this.pages.isFollowedBy(next)) {
			return;
		}
		cancel(this.foreseen);
		PageFetch<T> begun = create(next);
		this.foreseen = begun;
		subscribe(begun);
	}

	private PageFetch<T> create(URI link) {
		return new PageFetch<>(link, this.actual, this.arrival);
	}

	private void subscribe(PageFetch<T> fetch) {
		Mono.defer(() -> this.pages.fetch(fetch.link(), (next) -> this.foresight.accept(fetch, next))).subscribe(fetch);
	}

	void arrive(PageFetch<T> fetch) {
		this.arrived = fetch;
	}

	/**
	 * Takes the fetch that has ended, if there is one.
	 */
	@Nullable PageFetch<T> takeArrived() {
		PageFetch<T> fetch = this.arrived;
		if (fetch != null) {
			this.arrived = null;
			this.due = null;
		}
		return fetch;
	}

	void cancel() {
		cancel(this.due);
		cancel(this.foreseen);
	}

	private static void cancel(@Nullable PageFetch<?> fetch) {
		if (fetch != null) {
			fetch.cancel();
		}
	}

	/**
	 * Cancels and forgets everything.
	 */
	void clear() {
		cancel();
		this.due = null;
		this.foreseen = null;
		this.arrived = null;
	}

}
