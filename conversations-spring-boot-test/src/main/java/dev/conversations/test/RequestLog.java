package dev.conversations.test;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The requests that came in. Only the newest are kept, so that a simulator that runs for
 * long does not fill the heap.
 */
final class RequestLog {

	private static final int CAPACITY = 20_000;

	private final Deque<RecordedRequest> requests = new ArrayDeque<>();

	private int count;

	synchronized void add(RecordedRequest request) {
		if (this.requests.size() == CAPACITY) {
			this.requests.removeFirst();
		}
		this.requests.addLast(request);
		this.count++;
	}

	synchronized int count() {
		return this.count;
	}

	synchronized List<RecordedRequest> requests() {
		return List.copyOf(this.requests);
	}

	synchronized void clear() {
		this.requests.clear();
		this.count = 0;
	}

}
