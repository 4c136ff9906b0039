package dev.conversations.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * Properties that say how lists are read.
 *
 * @since 0.1.0
 */
public class PagingProperties {

	/**
	 * Records of a page that are asked for, 1 to 1000, though Twilio may send fewer. The
	 * default is the maximum of each list: 50 for conversations, 100 for participants.
	 */
	private @Nullable Integer pageSize;

	/**
	 * Whether the next page is requested while one is consumed.
	 */
	private @Nullable Boolean readAhead;

	/**
	 * Pages in a row that may be empty.
	 */
	private @Nullable Integer maxEmptyPages;

	public @Nullable Integer getPageSize() {
		return this.pageSize;
	}

	public void setPageSize(@Nullable Integer pageSize) {
		this.pageSize = pageSize;
	}

	public @Nullable Boolean getReadAhead() {
		return this.readAhead;
	}

	public void setReadAhead(@Nullable Boolean readAhead) {
		this.readAhead = readAhead;
	}

	public @Nullable Integer getMaxEmptyPages() {
		return this.maxEmptyPages;
	}

	public void setMaxEmptyPages(@Nullable Integer maxEmptyPages) {
		this.maxEmptyPages = maxEmptyPages;
	}

}
