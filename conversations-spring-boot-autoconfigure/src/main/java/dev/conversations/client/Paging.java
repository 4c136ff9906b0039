package dev.conversations.client;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How a list is read. What is not set is left to the client's configuration.
 *
 * @param pageSize how many records are asked for with a page, 1 to 1000; the server may
 * answer with smaller pages
 * @param limit how many records the list yields at most
 * @param readAhead whether the next page is requested while this one is consumed
 * @param start where the list begins
 * @since 0.1.0
 */
public record Paging(@Nullable Integer pageSize, @Nullable Long limit, @Nullable Boolean readAhead,
		@Nullable PageCursor start) {

	/**
	 * The largest page that may be asked for.
	 */
	static final int MAX_PAGE_SIZE = 1000;

	private static final Paging DEFAULTS = new Paging(null, null, null, null);

	/**
	 * Creates instructions for reading a list.
	 * @throws IllegalArgumentException if the page size is not between 1 and 1000, or the
	 * limit is negative
	 */
	public Paging {
		Assert.isTrue(pageSize == null || (pageSize >= 1 && pageSize <= MAX_PAGE_SIZE),
				"'pageSize' must be between 1 and 1000");
		Assert.isTrue(limit == null || limit >= 0, "'limit' must not be negative");
	}

	/**
	 * Returns instructions for the whole list, as the client is configured.
	 * @return paging with nothing set
	 */
	public static Paging defaults() {
		return DEFAULTS;
	}

	/**
	 * Returns a copy with a page size.
	 * @param pageSize how many records are asked for with a page, 1 to 1000. Twilio makes
	 * pages of more than 50 conversations of a participant, or of more than 100
	 * participants, smaller instead of refusing the request
	 * @return a copy with the page size
	 * @throws IllegalArgumentException if the page size is not between 1 and 1000
	 */
	public Paging withPageSize(int pageSize) {
		return new Paging(pageSize, this.limit, this.readAhead, this.start);
	}

	/**
	 * Returns a copy with a limit. Pages are requested no larger than it needs.
	 * @param limit how many records the list yields at most; 0 yields an empty list
	 * without a request
	 * @return a copy with the limit
	 * @throws IllegalArgumentException if the limit is negative
	 */
	public Paging withLimit(long limit) {
		return new Paging(this.pageSize, limit, this.readAhead, this.start);
	}

	/**
	 * Returns a copy that turns read-ahead on or off.
	 * @param readAhead whether the next page is requested while this one is consumed
	 * @return a copy with or without read-ahead
	 */
	public Paging withReadAhead(boolean readAhead) {
		return new Paging(this.pageSize, this.limit, readAhead, this.start);
	}

	/**
	 * Returns a copy that begins in the middle of the list. The page size of the cursor
	 * takes precedence over the one that is set here.
	 * @param start a cursor of the same list
	 * @return a copy with the start
	 */
	public Paging startingAt(PageCursor start) {
		Assert.notNull(start, "'start' must not be null");
		return new Paging(this.pageSize, this.limit, this.readAhead, start);
	}

}
