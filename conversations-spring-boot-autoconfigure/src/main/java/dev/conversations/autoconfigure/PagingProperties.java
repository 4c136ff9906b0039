package dev.conversations.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * How lists are read.
 *
 * @since 0.1.0
 */
public class PagingProperties {

	/**
	 * Records a page holds, 1 to 100; each list uses the smaller of this and its maximum,
	 * which is 50 for conversations and 100 for participants and also the default.
	 */
	private @Nullable Integer pageSize;

	/**
	 * Whether the next page is requested while one is consumed.
	 */
	private Boolean readAhead = true;

	/**
	 * Pages in a row that may be empty.
	 */
	private Integer maxEmptyPages = 100;

	public @Nullable Integer getPageSize() {
		return this.pageSize;
	}

	public void setPageSize(@Nullable Integer pageSize) {
		this.pageSize = pageSize;
	}

	public Boolean getReadAhead() {
		return this.readAhead;
	}

	public void setReadAhead(Boolean readAhead) {
		this.readAhead = readAhead;
	}

	public Integer getMaxEmptyPages() {
		return this.maxEmptyPages;
	}

	public void setMaxEmptyPages(Integer maxEmptyPages) {
		this.maxEmptyPages = maxEmptyPages;
	}

}
