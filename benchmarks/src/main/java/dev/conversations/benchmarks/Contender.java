package dev.conversations.benchmarks;

import java.net.URI;

/**
 * Client under comparison.
 */
interface Contender {

	/**
	 * The name in the table.
	 */
	String name();

	/**
	 * Whether the client can be consumed in this way.
	 */
	default boolean supports(Consumer consumer) {
		return true;
	}

	/**
	 * Reads the whole list.
	 * @param baseUrl where it is served
	 * @param consumer how it is consumed
	 * @param work what is done with the records
	 */
	void read(URI baseUrl, Consumer consumer, Work work);

}
