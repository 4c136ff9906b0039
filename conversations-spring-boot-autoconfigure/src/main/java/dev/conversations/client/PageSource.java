package dev.conversations.client;

import java.net.URI;
import java.util.function.Consumer;

import reactor.core.publisher.Mono;

/**
 * Where {@link PageFlux} gets its pages from.
 *
 * @param <T> the type of the records
 */
interface PageSource<T> {

	/**
	 * Fetches a page.
	 * @param link where the page is
	 * @param position how many of its records are not due, for the cursor of an error
	 * @param foresight is told where the page behind it will be, if that is known before
	 * the page is read
	 * @return exactly one page, or an error
	 */
	Mono<FetchedPage<T>> fetch(URI link, int position, Consumer<URI> foresight);

	/**
	 * Makes the cursor of a record.
	 * @param link where its page is
	 * @param position how many records of that page come before it
	 */
	PageCursor cursor(URI link, int position);

	/**
	 * Makes the error for a list that does not go on as it should.
	 * @param reason what is wrong, without any value
	 * @param resumeCursor where the list may go on nevertheless
	 */
	PagingException violation(String reason, PageCursor resumeCursor);

}
