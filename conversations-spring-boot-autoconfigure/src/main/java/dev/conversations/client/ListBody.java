package dev.conversations.client;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Body of a page: the records, and where the list goes on.
 *
 * @param <T> the type of the records
 * @param content whether there are records, and if not, why not
 * @param records the records, without any {@code null}; empty if there are none to use
 * @param next the link to the next page; null or empty at the end
 */
record ListBody<T>(Content content, List<T> records, @Nullable String next) {

	/**
	 * Creates a body that is not a page.
	 */
	static <T> ListBody<T> without(Content content) {
		return new ListBody<>(content, List.of(), null);
	}

	/**
	 * Content of a body.
	 */
	enum Content {

		/**
		 * A page, possibly an empty one.
		 */
		RECORDS,

		/**
		 * No JSON object, or one with a value that the list or its records cannot have.
		 */
		UNREADABLE,

		/**
		 * A JSON object without the array of the list.
		 */
		NO_LIST,

		/**
		 * More records than a page may have, of which the rest was not read.
		 */
		TOO_MANY_RECORDS,

		/**
		 * There was not enough memory for the records.
		 */
		OUT_OF_MEMORY

	}

}
