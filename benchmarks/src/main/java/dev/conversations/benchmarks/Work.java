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

	private final Duration duration;

	private final AtomicInteger requests = new AtomicInteger();

	private int pages;

	private int ahead;

	Work(Duration duration) {
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
	String block(String sid) {
		if (isFirst(sid)) {
			begin();
			long end = System.nanoTime() + this.duration.toNanos();
			for (long left = this.duration.toNanos(); left > 0; left = end - System.nanoTime()) {
				LockSupport.parkNanos(left);
			}
			observe();
		}
		return sid;
	}

	/**
	 * Works without blocking a thread.
	 */
	Mono<String> delay(String sid) {
		if (!isFirst(sid)) {
			return Mono.just(sid);
		}
		begin();
		return Mono.delay(this.duration).thenReturn(sid).doOnNext((done) -> observe());
	}

	private static boolean isFirst(String sid) {
		return Integer.parseInt(sid) % PageServer.PAGE_SIZE == 0;
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
		return this.pages == PageServer.PAGES;
	}

}
