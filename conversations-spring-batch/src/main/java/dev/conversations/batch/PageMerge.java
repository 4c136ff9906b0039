package dev.conversations.batch;

import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

import dev.conversations.client.Paging;
import dev.conversations.client.ParticipantClient;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Reads several participants at once, in no order among them, and hands out one page
 * after the other to a thread that waits for it. What is not taken is not read ahead, but
 * for a page of each participant.
 */
final class PageMerge implements AutoCloseable {

	private final Stream<ReadEvent> stream;

	private final Iterator<ReadEvent> events;

	PageMerge(ParticipantClient client, Paging paging, Duration retryTimeout, int concurrency,
			Iterator<ReadTask> tasks) {
		// Sources block while they read, which is no work for an event loop
		this.stream = Flux.fromIterable(() -> tasks)
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((task) -> task.events(client, paging, retryTimeout), concurrency, 1)
			.toStream(1);
		this.events = this.stream.iterator();
	}

	boolean hasNext() {
		return this.events.hasNext();
	}

	ReadEvent next() {
		return this.events.next();
	}

	@Override
	public void close() {
		this.stream.close();
	}

}
