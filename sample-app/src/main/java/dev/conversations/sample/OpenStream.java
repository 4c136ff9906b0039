package dev.conversations.sample;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import dev.conversations.client.Page;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;

/**
 * Stream of pages to a reader who says how many records were read. It never is more than
 * its window ahead, and asks for the next page when there is room for it.
 * <p>
 * The buffers of TCP do the same, but later: a browser takes in megabytes that its page
 * has not read.
 */
final class OpenStream {

	private final String id = UUID.randomUUID().toString();

	private final AtomicInteger requests = new AtomicInteger();

	private final Sinks.Many<Long> read = Sinks.many().replay().latestOrDefault(0L);

	private final long window;

	private long sent;

	OpenStream(long window) {
		this.window = window;
	}

	String id() {
		return this.id;
	}

	/**
	 * Returns how many requests were sent to Twilio for this stream, whatever came of
	 * them.
	 */
	int requests() {
		return this.requests.get();
	}

	/**
	 * Takes note of what was read.
	 * @param records the number of records since the start of the stream
	 */
	void read(long records) {
		this.read.emitNext(records, EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
	}

	<T> Flux<PageLine> lines(Flux<Page<T>> pages) {
		return pages.concatMap(this::admit, 0)
			.map((page) -> PageLine.of(this.id, page, requests()))
			.contextWrite(RequestCounter.countingInto(this.requests));
	}

	private <T> Mono<Page<T>> admit(Page<T> page) {
		return this.read.asFlux().filter((read) -> this.sent - read < this.window).next().map((read) -> {
			this.sent += page.items().size();
			return page;
		});
	}

}
