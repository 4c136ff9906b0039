package dev.conversations.client;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Tells whatever is under way that the client was closed. Unlike with Reactor's sinks,
 * which copy the list of their subscribers each time, coming and going costs the same
 * however many there are.
 */
final class CloseSignal {

	private final Set<MonoSink<Void>> listeners = ConcurrentHashMap.newKeySet();

	private volatile boolean closed;

	/**
	 * Completes when the client is closed.
	 */
	Mono<Void> asMono() {
		return Mono.create((listener) -> {
			this.listeners.add(listener);
			listener.onDispose(() -> this.listeners.remove(listener));
			if (this.closed) {
				listener.success();
			}
		});
	}

	void close() {
		this.closed = true;
		this.listeners.forEach(MonoSink::success);
	}

}
