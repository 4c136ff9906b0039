package dev.conversations.client;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What a stream makes of a page: its records one by one, or the page as a whole.
 *
 * @param <T> the type of the records
 * @param <R> the type of what is delivered
 */
@FunctionalInterface
interface PageShape<T, R> {

	/**
	 * Makes what is delivered.
	 * @param records the records, after skip and limit
	 * @param cursor the cursor of the first of them, made when asked for
	 * @param next the cursor behind the last of them, made when asked for
	 */
	List<R> apply(List<T> records, Supplier<PageCursor> cursor, Supplier<@Nullable PageCursor> next);

	static <T> PageShape<T, T> elements() {
		return (records, cursor, next) -> records;
	}

	static <T> PageShape<T, Page<T>> pages() {
		return (records, cursor, next) -> List.of(new Page<>(records, cursor.get(), next.get()));
	}

}
