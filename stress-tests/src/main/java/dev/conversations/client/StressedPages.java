package dev.conversations.client;

import java.net.URI;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * Stream over pages that come when a scenario says so, and its subscriber, which counts
 * what it receives.
 */
@SuppressWarnings("NonAtomicVolatileUpdate")
final class StressedPages implements PageSource<Integer>, CoreSubscriber<Integer> {

	private static final URI LINK = URI.create("/list");

	private static final URI SECOND_LINK = URI.create("/list?1");

	private final AtomicInteger fetches = new AtomicInteger();

	private final AtomicInteger cancellations = new AtomicInteger();

	private final int pages;

	private volatile MonoSink<FetchedPage<Integer>> page;

	private volatile MonoSink<FetchedPage<Integer>> first;

	private volatile Consumer<URI> foresight;

	private volatile Subscription subscription;

	private volatile int received;

	private volatile int ends;

	StressedPages(int pages) {
		this.pages = pages;
		new PageFlux<>(this, new PagePlan(LINK, 0, Long.MAX_VALUE, true, 3), PageShape.elements(),
				Schedulers.immediate())
			.subscribe(this);
	}

	@Override
	public Mono<FetchedPage<Integer>> fetch(URI link, int position, Consumer<URI> foresight) {
		int number = this.fetches.incrementAndGet();
		return Mono.create((sink) -> {
			sink.onCancel(this.cancellations::incrementAndGet);
			if (number == 1) {
				this.first = sink;
				this.foresight = foresight;
			}
			this.page = sink;
		});
	}

	@Override
	public PageCursor cursor(URI link, int position) {
		return new PageCursor("", position, "0123456789abcdef");
	}

	@Override
	public PagingException violation(String reason, PageCursor resumeCursor) {
		return new PagingException(reason, resumeCursor);
	}

	/**
	 * Lets the page that was asked for arrive.
	 */
	void arrive(int records) {
		int number = this.fetches.get();
		URI next = (number < this.pages) ? URI.create("/list?" + number) : null;
		this.page.success(new FetchedPage<>(Collections.nCopies(records, number), next, null));
	}

	/**
	 * Tells where the second page is while the first one is still to be read.
	 */
	void foresee() {
		this.foresight.accept(SECOND_LINK);
	}

	/**
	 * Lets the first page arrive, behind which the second one was foreseen.
	 */
	void arriveInFront() {
		this.first.success(new FetchedPage<>(Collections.nCopies(1, 1), SECOND_LINK, null));
	}

	void fail() {
		this.page.error(new IllegalStateException("The page failed"));
	}

	void request(long n) {
		this.subscription.request(n);
	}

	void cancel() {
		this.subscription.cancel();
	}

	int fetches() {
		return this.fetches.get();
	}

	int cancellations() {
		return this.cancellations.get();
	}

	int received() {
		return this.received;
	}

	int ends() {
		return this.ends;
	}

	@Override
	public Context currentContext() {
		return LateErrors.IGNORED;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.subscription = subscription;
	}

	@Override
	public void onNext(Integer value) {
		// Without an atomic update, since a stream must not call its subscriber from two
		// threads at once
		this.received = this.received + 1;
	}

	@Override
	public void onError(Throwable failure) {
		this.ends = this.ends + 1;
	}

	@Override
	public void onComplete() {
		this.ends = this.ends + 1;
	}

}
