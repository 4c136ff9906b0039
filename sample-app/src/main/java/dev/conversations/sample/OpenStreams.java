package dev.conversations.sample;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.conversations.client.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

/**
 * The streams that are under way, by their identifiers, which nobody but their readers
 * knows. They live in this instance: behind a load balancer a reader has to stay with it.
 */
@Component
class OpenStreams {

	private final Map<String, OpenStream> streams = new ConcurrentHashMap<>();

	/**
	 * Opens a stream for each subscriber, until it ends.
	 * @param window how many records it may be ahead of its reader, or {@code null} for
	 * any number
	 * @param pages the pages
	 * @return the lines of the stream
	 */
	<T> Flux<PageLine> open(@Nullable Long window, Flux<Page<T>> pages) {
		Assert.isTrue(window == null || window > 0, "'window' must be positive");
		long ahead = (window != null) ? window : Long.MAX_VALUE;
		return Flux.using(() -> register(new OpenStream(ahead)), (stream) -> stream.lines(pages),
				(stream) -> this.streams.remove(stream.id()));
	}

	private OpenStream register(OpenStream stream) {
		this.streams.put(stream.id(), stream);
		return stream;
	}

	@Nullable OpenStream find(String id) {
		return this.streams.get(id);
	}

	Set<String> ids() {
		return this.streams.keySet();
	}

	int size() {
		return this.streams.size();
	}

}
