package dev.conversations.benchmarks;

import reactor.core.publisher.Mono;

/**
 * Client that reads the records of a list as they are iterated over.
 */
interface BlockingClient extends ListClient {

	Iterable<?> records(ServedList list);

	@Override
	default Mono<Long> read(ServedList list) {
		return Mono.fromSupplier(() -> {
			long count = 0;
			for (Object element : records(list)) {
				count += (element != null) ? 1 : 0;
			}
			return count;
		});
	}

}
