package dev.conversations.benchmarks;

import reactor.core.publisher.Mono;

/**
 * Client under comparison.
 */
interface ListClient {

	/**
	 * The name in the tables.
	 */
	String name();

	/**
	 * Reads a whole list.
	 * @return how many records there were
	 */
	Mono<Long> read(ServedList list);

}
