package dev.conversations.client;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Settings for reading lists, for what {@link Paging} leaves open.
 *
 * @param pageSize how many records of a page are asked for, 1 to 1000, or {@code null}
 * for the maximum of each list
 * @param readAhead whether the next page is requested while this one is consumed
 * @param maxEmptyPages how many pages in a row may be empty, 0 or more
 * @since 0.1.0
 */
public record PagingSettings(@Nullable Integer pageSize, boolean readAhead, int maxEmptyPages) {

	private static final PagingSettings DEFAULTS = new PagingSettings(null, true, 100);

	/**
	 * Creates settings.
	 * @throws IllegalArgumentException if a value is out of its range
	 */
	public PagingSettings {
		Assert.isTrue(pageSize == null || (pageSize >= 1 && pageSize <= Paging.MAX_PAGE_SIZE),
				"'pageSize' must be between 1 and " + Paging.MAX_PAGE_SIZE);
		Assert.isTrue(maxEmptyPages >= 0, "'maxEmptyPages' must not be negative");
	}

	/**
	 * Returns the defaults of this library: the largest pages, read-ahead, and up to 100
	 * empty pages in a row.
	 * @return the defaults
	 */
	public static PagingSettings defaults() {
		return DEFAULTS;
	}

}
