package dev.conversations.client;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * Spaces the writes to each conversation, first come first served. Twilio allows 30 a
 * second for the participants of a conversation. A conversation is forgotten once nothing
 * waits and the next write could go at once.
 */
final class WritePace {

	private final long interval;

	private final Map<String, Set<MonoSink<Void>>> queues = new LinkedHashMap<>();

	WritePace(int writesPerSecond) {
		this.interval = TimeUnit.SECONDS.toNanos(1) / writesPerSecond;
	}

	/**
	 * Completes when a write to a conversation is due. Whoever cancels takes nobody's
	 * turn.
	 */
	Mono<Void> await(String conversation) {
		return Mono.create((sink) -> {
			if (enter(conversation, sink)) {
				sink.onCancel(() -> leave(conversation, sink));
			}
			else {
				admit(conversation, sink);
			}
		});
	}

	/**
	 * Joins the queue, or begins one in which the next has to wait.
	 * @return whether this one has to wait
	 */
	private synchronized boolean enter(String conversation, MonoSink<Void> sink) {
		Set<MonoSink<Void>> queue = this.queues.get(conversation);
		if (queue == null) {
			this.queues.put(conversation, new LinkedHashSet<>());
			return false;
		}
		return queue.add(sink);
	}

	private synchronized void leave(String conversation, MonoSink<Void> sink) {
		Set<MonoSink<Void>> queue = this.queues.get(conversation);
		if (queue != null) {
			queue.remove(sink);
		}
	}

	private void admit(String conversation, MonoSink<Void> sink) {
		Schedulers.parallel().schedule(() -> admitNext(conversation), this.interval, TimeUnit.NANOSECONDS);
		sink.success();
	}

	private void admitNext(String conversation) {
		MonoSink<Void> next = next(conversation);
		if (next != null) {
			admit(conversation, next);
		}
	}

	private synchronized @Nullable MonoSink<Void> next(String conversation) {
		Iterator<MonoSink<Void>> queue = this.queues.getOrDefault(conversation, Set.of()).iterator();
		if (!queue.hasNext()) {
			this.queues.remove(conversation);
			return null;
		}
		MonoSink<Void> next = queue.next();
		queue.remove();
		return next;
	}

	synchronized int conversations() {
		return this.queues.size();
	}

}
