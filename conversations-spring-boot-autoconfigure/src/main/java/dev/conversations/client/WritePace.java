package dev.conversations.client;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import reactor.core.publisher.Mono;

/**
 * Spaces the writes to each conversation evenly. Twilio allows 30 a second for the
 * participants of a conversation. What has passed is forgotten, so that memory is bounded
 * by the writes under way.
 */
final class WritePace {

	private final long interval;

	private final LongSupplier nanoTime;

	private final Map<String, Long> nextSlots = new ConcurrentHashMap<>();

	private volatile long nextCleanUp;

	WritePace(int writesPerSecond, LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.interval = TimeUnit.SECONDS.toNanos(1) / writesPerSecond;
	}

	/**
	 * Completes when a write to a conversation is due.
	 */
	Mono<Void> await(String conversation) {
		return Mono.defer(() -> {
			long now = this.nanoTime.getAsLong();
			forgetPast(now);
			long next = this.nextSlots.merge(conversation, now + this.interval,
					(slot, fresh) -> Math.max(slot + this.interval, fresh));
			long wait = next - this.interval - now;
			return (wait > 0) ? Mono.delay(Duration.ofNanos(wait)).then() : Mono.empty();
		});
	}

	int conversations() {
		return this.nextSlots.size();
	}

	private void forgetPast(long now) {
		if (now - this.nextCleanUp >= 0) {
			this.nextCleanUp = now + TimeUnit.SECONDS.toNanos(1);
			this.nextSlots.values().removeIf((slot) -> slot - now <= 0);
		}
	}

}
