package dev.conversations.benchmarks;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Client that streams the records of a list.
 */
interface ReactiveClient extends ListClient {

	Flux<?> records(ServedList list);

	@Override
	default Mono<Long> read(ServedList list) {
		return Mono.defer(() -> records(list).count());
	}

}
