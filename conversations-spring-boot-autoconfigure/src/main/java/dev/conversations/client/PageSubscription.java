package dev.conversations.client;

import java.net.URI;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;

/**
 * Delivers the pages of one subscription. The thread that raises the work in progress
 * from zero runs the loop; the fields that are neither volatile nor atomic belong to it.
 *
 * @param <T> the type of the records
 * @param <R> the type of what is delivered
 */
final class PageSubscription<T, R> implements Subscription {

	private final CoreSubscriber<? super R> actual;

	private final PageSequence<T, R> pages;

	private final boolean readAhead;

	private final Scheduler delivery;

	private final AtomicInteger workInProgress = new AtomicInteger();

	private final AtomicLong requested = new AtomicLong();

	private volatile boolean requestedAgain;

	private volatile boolean badRequest;

	private volatile boolean over;

	private final PageFetches<T> fetches;

	private final PageBuffer<R> buffer = new PageBuffer<>();

	private boolean beyondFirstPage;

	private long delivered;

	PageSubscription(CoreSubscriber<? super R> actual, PageSequence<T, R> pages, boolean readAhead,
			Scheduler delivery) {
		this.actual = actual;
		this.pages = pages;
		this.readAhead = readAhead;
		this.delivery = delivery;
		this.fetches = new PageFetches<>(actual, pages, this::arrive, this::foresee);
	}

	@Override
	public void request(long n) {
		if (n <= 0) {
			this.badRequest = true;
		}
		else if (this.requested.getAndAccumulate(n, Operators::addCap) > 0) {
			this.requestedAgain = true;
		}
		drain();
	}

	@Override
	public void cancel() {
		this.over = true;
		this.fetches.cancel();
		drain();
	}

	private void drain() {
		if (this.workInProgress.getAndIncrement() == 0) {
			loop();
		}
	}

	private void loop() {
		int missed = 1;
		try {
			do {
				work();
				missed = this.workInProgress.addAndGet(-missed);
			}
			while (missed != 0);
		}
		catch (RuntimeException | Error ex) {
			// The subscriber has thrown, which ends this stream without any signal
			this.over = true;
			release();
			throw ex;
		}
	}

	/**
	 * Takes a page on the thread that it came in on and requests the next one if that is
	 * due. Then the loop goes on elsewhere, since the consumer may take its time.
	 */
	private void arrive(PageFetch<T> fetch) {
		this.fetches.arrive(fetch);
		if (this.workInProgress.getAndIncrement() != 0) {
			return;
		}
		if (!this.over) {
			takeArrived();
			turnPage();
			fetchIfDue(this.requested.get() - this.delivered);
		}
		loopElsewhere();
	}

	private void loopElsewhere() {
		try {
			this.delivery.schedule(this::loop);
		}
		catch (RejectedExecutionException ex) {
			loop();
		}
	}

	/**
	 * Requests the page behind one that has come in and is still to be read, if it is due
	 * whatever that holds: the consumer wants everything, and has all that came before.
	 */
	private void foresee(PageFetch<T> fetch, URI next) {
		if (!this.workInProgress.compareAndSet(0, 1)) {
			return;
		}
		if (!this.over && this.readAhead && this.requested.get() == Long.MAX_VALUE && this.buffer.isEmpty()) {
			this.fetches.foresee(fetch, next);
		}
		if (this.workInProgress.decrementAndGet() != 0) {
			loopElsewhere();
		}
	}

	private void work() {
		boolean more = true;
		while (more && !this.over) {
			takeArrived();
			more = step(this.requested.get() - this.delivered);
		}
		if (this.over) {
			release();
		}
	}

	private void release() {
		this.fetches.clear();
		this.buffer.clear();
	}

	/**
	 * Does one thing: it requests a page, moves on to one, delivers a value or ends the
	 * stream.
	 * @return whether there may be more to do
	 */
	private boolean step(long demand) {
		if (this.badRequest) {
			fail(new IllegalArgumentException("Demand must be positive (Reactive Streams, rule 3.9)"));
			return false;
		}
		if (fetchIfDue(demand)) {
			return true;
		}
		if (this.buffer.held() == 0) {
			return moveOn(demand);
		}
		if (demand > 0) {
			this.delivered++;
			this.actual.onNext(this.buffer.take());
		}
		return demand > 0;
	}

	private boolean fetchIfDue(long demand) {
		boolean due = !this.buffer.hasReady() && this.pages.hasNext() && isNextDue(demand);
		if (due) {
			this.fetches.fetch();
		}
		return due;
	}

	private boolean isNextDue(long demand) {
		if (!this.readAhead) {
			return demand > 0 && this.buffer.held() == 0;
		}
		return demand > this.buffer.held() || (this.requestedAgain && this.beyondFirstPage && isStarting(demand));
	}

	private boolean isStarting(long demand) {
		return this.buffer.held() > 0 && (demand > 0 || this.buffer.isBegun());
	}

	private boolean turnPage() {
		boolean turned = this.buffer.held() == 0 && this.buffer.moveOn();
		if (turned) {
			this.beyondFirstPage = this.delivered > 0;
		}
		return turned;
	}

	private boolean moveOn(long demand) {
		if (turnPage()) {
			return true;
		}
		if (!this.fetches.isUnderWay() && !this.pages.hasNext()) {
			end(demand);
		}
		return false;
	}

	private void end(long demand) {
		Throwable failure = this.pages.failure();
		if (failure == null) {
			this.over = true;
			this.actual.onComplete();
		}
		else if (demand > 0) {
			fail(failure);
		}
	}

	private void fail(Throwable failure) {
		this.over = true;
		this.actual.onError(failure);
	}

	private void takeArrived() {
		PageFetch<T> fetch = this.fetches.takeArrived();
		if (fetch == null) {
			return;
		}
		FetchedPage<T> page = fetch.page();
		if (page != null) {
			this.buffer.put(this.pages.accept(page));
		}
		else {
			this.pages.fail(fetch.failure());
		}
	}

}
