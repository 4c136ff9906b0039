package dev.conversations.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The records of one page and the places of the pages beside it.
 *
 * @param items the records
 * @param previous the place of the page before, or {@code null} without one
 * @param next the place of the page after, or {@code null} without one
 * @param <T> the type of the records
 */
record Slice<T>(List<T> items, @Nullable PageToken previous, @Nullable PageToken next) {

	static <T> Slice<T> of(NavigableMap<String, T> records, PageRequest page) {
		return of(records, page, (entry) -> true);
	}

	static <T> Slice<T> of(NavigableMap<String, T> records, PageRequest page, Predicate<T> filter) {
		PageToken token = (page.token() != null) ? page.token() : PageToken.START;
		List<Map.Entry<String, T>> entries = entries(records, token, page.size(), filter);
		if (entries.isEmpty()) {
			return empty(records, token, filter);
		}
		String first = entries.get(0).getKey();
		String last = entries.get(entries.size() - 1).getKey();
		return new Slice<>(entries.stream().map(Map.Entry::getValue).toList(),
				any(records.headMap(first, false), filter) ? new PageToken(true, first) : null,
				any(records.tailMap(last, false), filter) ? new PageToken(false, last) : null);
	}

	private static <T> Slice<T> empty(NavigableMap<String, T> records, PageToken token, Predicate<T> filter) {
		boolean before = !token.backward() && any(records.headMap(token.key(), true), filter);
		boolean after = token.backward() && any(records.tailMap(token.key(), true), filter);
		return new Slice<>(List.of(), before ? new PageToken(true, token.key() + '~') : null,
				after ? PageToken.START : null);
	}

	private static <T> boolean any(NavigableMap<String, T> records, Predicate<T> filter) {
		return records.values().stream().anyMatch(filter);
	}

	private static <T> List<Map.Entry<String, T>> entries(NavigableMap<String, T> records, PageToken token, int size,
			Predicate<T> filter) {
		NavigableMap<String, T> rest = token.backward() ? records.headMap(token.key(), false).descendingMap()
				: records.tailMap(token.key(), false);
		List<Map.Entry<String, T>> entries = new ArrayList<>(size);
		for (Map.Entry<String, T> entry : rest.entrySet()) {
			if (entries.size() == size) {
				break;
			}
			if (filter.test(entry.getValue())) {
				entries.add(entry);
			}
		}
		if (token.backward()) {
			Collections.reverse(entries);
		}
		return entries;
	}

	<R> Slice<R> map(Function<T, R> mapper) {
		return new Slice<>(this.items.stream().map(mapper).toList(), this.previous, this.next);
	}

}
