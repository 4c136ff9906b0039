package dev.conversations.benchmarks;

import reactor.core.publisher.Mono;

/**
 * Takes part in a race.
 *
 * @param name the name in the tables
 * @param run reads records, once for each subscription, and answers how many
 * @param records how many records each run must have read
 */
record Entrant(String name, Mono<Long> run, long records) {

	static Entrant of(ListClient client, ServedList list) {
		return new Entrant(client.name(), client.read(list), list.records());
	}

}
