package dev.conversations.client;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Page of a list: what Twilio sent in one answer, less what was skipped or cut.
 * <p>
 * {@code toString} tells the number of items only.
 *
 * @param <T> the type of the records
 * @param items the records in the server's order, unmodifiable, possibly empty
 * @param cursor where this page begins
 * @param next where the list goes on, or {@code null} at its end
 * @since 0.1.0
 */
public record Page<T>(List<T> items, PageCursor cursor, @Nullable PageCursor next) {

	/**
	 * Creates a page.
	 */
	public Page {
		Assert.notNull(items, "'items' must not be null");
		Assert.notNull(cursor, "'cursor' must not be null");
		items = List.copyOf(items);
	}

	/**
	 * Returns whether the list goes on after this page. A page that a limit has cut says
	 * so too.
	 * @return {@code true} if there is a next cursor
	 */
	public boolean hasNext() {
		return this.next != null;
	}

	@Override
	public String toString() {
		return "Page[items=%d, hasNext=%s]".formatted(this.items.size(), hasNext());
	}

}
