package dev.conversations.client;

import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

/**
 * One list that a seed decides on, and the subscriber that watches what comes of it while
 * threads demand and cancel.
 */
final class ScriptedRace implements CoreSubscriber<List<Integer>> {

	private final Random random;

	private final ScriptedPages pages;

	private final boolean byPage;

	private final boolean cancelling;

	private final boolean failing;

	private final boolean unbounded;

	private final List<Integer> expected;

	private final AtomicInteger signalling = new AtomicInteger();

	private final AtomicLong demand = new AtomicLong();

	private final Queue<String> violations = new ConcurrentLinkedQueue<>();

	private final CountDownLatch terminated = new CountDownLatch(1);

	private final int wrongGuesses;

	private int signals;

	private int received;

	private volatile Subscription subscription = Operators.emptySubscription();

	ScriptedRace(Random random, Scheduler server) {
		this.random = random;
		int[] sizes = random.ints(1 + random.nextInt(10), 0, 5).toArray();
		this.pages = ScriptedPages.of(sizes).maxEmptyPages(100).delivered((page) -> arrive(page, server));
		this.byPage = random.nextBoolean();
		this.cancelling = random.nextInt(3) == 0;
		this.unbounded = random.nextInt(3) == 0;
		boolean bad = random.nextBoolean();
		List<Integer> records = this.pages.recordsOf(bad ? spoil(random.nextInt(sizes.length)) : sizes.length);
		long limit = random.nextBoolean() ? Long.MAX_VALUE : 1 + random.nextInt(20);
		this.pages.limited(limit);
		this.wrongGuesses = random.nextInt(2);
		if (this.wrongGuesses > 0) {
			this.pages.guessing(random.nextInt(sizes.length), random.nextInt(sizes.length));
		}
		this.failing = bad && records.size() < limit;
		this.expected = records.subList(0, (int) Math.min(records.size(), limit));
	}

	private Mono<FetchedPage<Integer>> arrive(Mono<FetchedPage<Integer>> page, Scheduler server) {
		return switch (this.random.nextInt(3)) {
			case 0 -> page.subscribeOn(server);
			case 1 -> page.publishOn(server);
			default -> page;
		};
	}

	/**
	 * Lets the list break off at a page.
	 * @return how many pages can be read
	 */
	private int spoil(int page) {
		switch (this.random.nextInt(3)) {
			case 0 -> this.pages.failing(page);
			case 1 -> this.pages.badLink(page);
			default -> this.pages.linking(page, page);
		}
		return this.pages.isFailing(page) ? page : page + 1;
	}

	void subscribe() {
		if (this.random.nextBoolean()) {
			this.pages.lazily();
		}
		if (this.byPage) {
			this.pages.pages().map(Page::items).subscribe(this);
		}
		else {
			this.pages.elements().map(List::of).subscribe(this);
		}
	}

	/**
	 * Demands in small steps, and cancels where the seed says so. Run by each thread.
	 */
	void consume(int thread, long seed) {
		Random random = new Random(seed + thread);
		if (this.unbounded) {
			demand(Long.MAX_VALUE);
		}
		int steps = random.nextInt(15);
		for (int step = 0; step < steps; step++) {
			demand(1 + random.nextInt(3));
			if (random.nextInt(4) == 0) {
				Thread.onSpinWait();
			}
		}
		if (this.cancelling && thread == 0) {
			this.subscription.cancel();
		}
	}

	/**
	 * Demands what is left, and waits for the end unless the list was cancelled.
	 */
	void finish() throws InterruptedException {
		if (!this.cancelling) {
			demand(this.expected.size() + 100);
			check(this.terminated.await(10, TimeUnit.SECONDS), "the end did not come");
			check(this.received == this.expected.size(), "elements are missing");
		}
		check(this.pages.maxInFlight() <= 1, "requests overlapped");
	}

	private void demand(long count) {
		this.demand.accumulateAndGet(count, Operators::addCap);
		this.subscription.request(count);
	}

	/**
	 * Silences errors that come after a cancellation, as they are expected here.
	 */
	@Override
	public Context currentContext() {
		Consumer<Throwable> ignore = (failure) -> {
		};
		return Context.of("reactor.onErrorDropped.local", ignore);
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.subscription = subscription;
	}

	@Override
	public void onNext(List<Integer> records) {
		enter();
		this.signals++;
		check(this.signals <= this.demand.get(), "there was no demand");
		int end = this.received + records.size();
		check(end <= this.expected.size() && this.expected.subList(this.received, end).equals(records),
				"an element is lost, repeated or too much");
		check(this.pages.requests() <= page() + 2 + this.wrongGuesses, "more than one page was read ahead");
		this.received = end;
		if (this.signals % 5 == 0) {
			demand(1);
		}
		leave();
	}

	/**
	 * The page that is being delivered.
	 */
	private int page() {
		int page = this.signals - 1;
		if (!this.byPage) {
			page = 0;
			while (this.pages.recordsOf(page + 1).size() <= this.received) {
				page++;
			}
		}
		return page;
	}

	@Override
	public void onError(Throwable failure) {
		end(failure);
	}

	@Override
	public void onComplete() {
		end(null);
	}

	private void end(@Nullable Throwable failure) {
		enter();
		check(this.terminated.getCount() == 1, "there were two ends");
		check((failure instanceof PagingException) == this.failing, "it was the wrong end: " + failure);
		check(this.received == this.expected.size(), "the end came too early");
		check(failure == null || this.signals < this.demand.get(), "the error did not wait for demand");
		this.terminated.countDown();
		leave();
	}

	private void enter() {
		check(this.signalling.incrementAndGet() == 1, "signals overlapped");
		check(this.terminated.getCount() == 1, "there was a signal after the end");
	}

	private void leave() {
		this.signalling.decrementAndGet();
	}

	private void check(boolean condition, String violation) {
		if (!condition) {
			this.violations.add(violation);
		}
	}

	Queue<String> violations() {
		return this.violations;
	}

	int inFlight() {
		return this.pages.inFlight();
	}

}
