package dev.conversations.benchmarks;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Subscribes to many lists at once. {@code flatMap} would do so, too, but goes through
 * all of them whenever one completes.
 */
final class AtOnce {

	private AtOnce() {
	}

	/**
	 * Reads lists, each by a subscription of its own.
	 * @param count how many
	 * @param list reads one of them
	 * @return how many records there were; those of a list that fails are missing
	 */
	static Mono<Long> read(int count, IntFunction<Mono<Long>> list) {
		return Mono.create((sink) -> subscribe(count, list, sink));
	}

	private static void subscribe(int count, IntFunction<Mono<Long>> list, MonoSink<Long> sink) {
		LongAdder records = new LongAdder();
		AtomicInteger left = new AtomicInteger(count);
		Disposable.Composite subscriptions = Disposables.composite();
		sink.onDispose(subscriptions);
		for (int number = 0; number < count; number++) {
			subscriptions.add(list.apply(number).onErrorResume((failure) -> Mono.just(0L)).subscribe((read) -> {
				records.add(read);
				if (left.decrementAndGet() == 0) {
					sink.success(records.sum());
				}
			}));
		}
	}

}
