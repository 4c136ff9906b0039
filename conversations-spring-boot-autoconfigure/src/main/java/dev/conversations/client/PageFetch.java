package dev.conversations.client;

import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.SignalType;
import reactor.util.context.Context;

/**
 * Receives one page, or the failure to fetch it.
 *
 * @param <T> the type of the records
 */
final class PageFetch<T> extends BaseSubscriber<FetchedPage<T>> {

	private final URI link;

	private final CoreSubscriber<?> actual;

	private final Consumer<PageFetch<T>> arrival;

	private final AtomicBoolean held = new AtomicBoolean(true);

	private @Nullable FetchedPage<T> page;

	private @Nullable Throwable failure;

	/**
	 * Creates a fetch.
	 * @param link where the page is
	 * @param actual the subscriber of the stream, whose context reaches the source
	 * @param arrival is told when the fetch has ended and its page is due, unless it was
	 * cancelled
	 */
	PageFetch(URI link, CoreSubscriber<?> actual, Consumer<PageFetch<T>> arrival) {
		this.link = link;
		this.actual = actual;
		this.arrival = arrival;
	}

	URI link() {
		return this.link;
	}

	/**
	 * Is called twice, when the page is due and when the fetch has ended, in any order.
	 * The second call tells the arrival.
	 */
	void release() {
		if (!this.held.getAndSet(false)) {
			this.arrival.accept(this);
		}
	}

	/**
	 * Returns the page, or {@code null} if there is a failure.
	 */
	@Nullable FetchedPage<T> page() {
		return this.page;
	}

	Throwable failure() {
		return (this.failure != null) ? this.failure : new IllegalStateException("There was no page");
	}

	@Override
	protected void hookOnNext(FetchedPage<T> page) {
		this.page = page;
	}

	@Override
	protected void hookOnError(Throwable failure) {
		this.failure = failure;
	}

	@Override
	protected void hookFinally(SignalType type) {
		if (type != SignalType.CANCEL) {
			release();
		}
	}

	@Override
	public Context currentContext() {
		return this.actual.currentContext();
	}

}
