package dev.conversations.benchmarks;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import reactor.core.publisher.Mono;

/**
 * What is done with the records of one run: some milliseconds at the first record of each
 * page. It counts the requests and how far they are ahead of the page in work.
 */
final class Work {

	private final ServedList list;

	private final Duration duration;

	private final AtomicInteger requests = new AtomicInteger();

	private long records;

	private int pages;

	private int ahead;

	Work(ServedList list, Duration duration) {
		this.list = list;
		this.duration = duration;
	}

	/**
	 * Notes that a request is sent.
	 */
	void countRequest() {
		this.requests.incrementAndGet();
	}

	/**
	 * Works and blocks the thread.
	 */
	Object block(Object element) {
		if (isFirst()) {
			begin();
			long end = System.nanoTime() + this.duration.toNanos();
			for (long left = this.duration.toNanos(); left > 0; left = end - System.nanoTime()) {
				LockSupport.parkNanos(left);
			}
			observe();
		}
		return element;
	}

	/**
	 * Works without blocking a thread.
	 */
	Mono<Object> delay(Object element) {
		if (!isFirst()) {
			return Mono.just(element);
		}
		begin();
		return Mono.delay(this.duration).thenReturn(element).doOnNext((done) -> observe());
	}

	private boolean isFirst() {
		return this.records++ % this.list.pageSize() == 0;
	}

	private void begin() {
		this.pages++;
		observe();
	}

	private void observe() {
		this.ahead = Math.max(this.ahead, this.requests.get() - this.pages);
	}

	int requests() {
		return this.requests.get();
	}

	int ahead() {
		return this.ahead;
	}

	boolean isComplete() {
		return this.records == this.list.records();
	}

}
