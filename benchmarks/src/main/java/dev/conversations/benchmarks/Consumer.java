package dev.conversations.benchmarks;

import java.time.Duration;

import reactor.core.publisher.Flux;

/**
 * How a stream is consumed.
 */
enum Consumer {

	ITERATOR("iterator") {

		@Override
		void consume(Flux<?> records, Work work) {
			records.toIterable(1).forEach(work::block);
		}

	},

	EVENT_LOOP("work on the event loop") {

		@Override
		void consume(Flux<?> records, Work work) {
			records.map(work::block).blockLast(LIMIT);
		}

	},

	CONCAT_MAP("`concatMap`") {

		@Override
		void consume(Flux<?> records, Work work) {
			records.concatMap(work::delay).blockLast(LIMIT);
		}

	};

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private final String title;

	Consumer(String title) {
		this.title = title;
	}

	abstract void consume(Flux<?> records, Work work);

	String title() {
		return this.title;
	}

}
