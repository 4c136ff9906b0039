package dev.conversations.client;

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

	private final CoreSubscriber<?> actual;

	private final Consumer<PageFetch<T>> arrival;

	private @Nullable FetchedPage<T> page;

	private @Nullable Throwable failure;

	/**
	 * Creates a fetch.
	 * @param actual the subscriber of the stream, whose context reaches the source
	 * @param arrival is told when the fetch has ended, unless it was cancelled
	 */
	PageFetch(CoreSubscriber<?> actual, Consumer<PageFetch<T>> arrival) {
		this.actual = actual;
		this.arrival = arrival;
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
			this.arrival.accept(this);
		}
	}

	@Override
	public Context currentContext() {
		return this.actual.currentContext();
	}

}
